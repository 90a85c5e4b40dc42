package dev.ticketing.tickets.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.http.MediaType;

/** A document of a few pages is made anew from what its pages show; scripts, forms, links and attachments stay behind. */
final class PdfFile {

    private static final int MOST_PAGES = 10;

    private PdfFile() {}

    static TicketFile read(byte[] given) {
        PdfStreams.requireModest(given);
        try (var document = Loader.loadPDF(given, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new RefusedFile("The PDF is protected by a password.");
            }
            if (document.getNumberOfPages() == 0 || document.getNumberOfPages() > MOST_PAGES) {
                throw new RefusedFile("The PDF has no pages or more than 10: one ticket a file.");
            }
            PdfLimits.require(document);
            return new TicketFile(MediaType.APPLICATION_PDF, pagesOf(document), code(document));
        } catch (InvalidPasswordException e) {
            throw new RefusedFile("The PDF is protected by a password.");
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) { // whatever a broken document provokes
            throw new RefusedFile("The PDF cannot be read.", e);
        }
    }

    private static byte[] pagesOf(PDDocument document) throws IOException {
        try (var clean = new PDDocument()) {
            for (var page : document.getPages()) {
                strip(clean.importPage(page));
            }
            var bytes = new ByteArrayOutputStream();
            clean.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Of a page, its content, resources and sizes are kept. */
    private static void strip(PDPage page) {
        var dictionary = page.getCOSObject();
        for (var key : dictionary.keySet().toArray(COSName[]::new)) {
            if (!PdfLimits.KEPT.contains(key)) {
                dictionary.removeItem(key);
            }
        }
    }

    private static Optional<Barcode> code(PDDocument document) throws IOException {
        var renderer = new BoundedRenderer(document);
        for (var number = 0; number < document.getNumberOfPages(); number++) {
            BufferedImage image = renderer.draw(number);
            var code = BarcodeScanner.scan(image);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }
}
