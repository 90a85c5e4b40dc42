package dev.ticketing.tickets.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages until an allowance of instructions and of time is used up. */
final class BoundedRenderer extends PDFRenderer {

    private static final int MOST_INSTRUCTIONS = 300_000;
    private static final long MOST_NANOS = 8_000_000_000L;
    private static final float LONGEST_SIDE_PIXELS = 1_800;

    private final PDDocument document;
    private final long begin = System.nanoTime();
    private int instructions;

    BoundedRenderer(PDDocument document) {
        super(document);
        this.document = document;
        setSubsamplingAllowed(true);
    }

    BufferedImage draw(int page) throws IOException {
        var box = document.getPage(page).getCropBox();
        var scale = LONGEST_SIDE_PIXELS / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        return renderImage(page, Math.min(scale, 4), ImageType.GRAY);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                requireLeft();
                if (!operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE) || isModest(operator)) {
                    super.processOperator(operator, operands);
                }
            }
        };
    }

    /** A picture within the instructions is not drawn if it is large or packed in an unusual way. */
    private static boolean isModest(Operator picture) {
        var parameters = picture.getImageParameters();
        var width = parameters.getInt(COSName.W, COSName.WIDTH, 0);
        var height = parameters.getInt(COSName.H, COSName.HEIGHT, 0);
        var filter = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        var isFlate = COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
        return PdfLimits.isModest(width, height)
                && (filter == null || isFlate && PdfStreams.isModest(picture.getImageData()));
    }

    private void requireLeft() {
        instructions++;
        if (instructions > MOST_INSTRUCTIONS || System.nanoTime() - begin > MOST_NANOS) {
            throw new RefusedFile("The PDF is too complicated.");
        }
    }
}
