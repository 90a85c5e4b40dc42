package dev.ticketing.tickets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;

class TicketFileTest {

    private static final Barcode CODE = Barcode.of("qr", "ticket 4711");

    @FunctionalInterface
    private interface Change {
        void of(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Barcode.Format.class)
    void codeOnAPictureIsFound(Barcode.Format format) {
        var code = new Barcode(format, format == Barcode.Format.EAN13 ? "4006381333931" : "SEAT-12/A");

        assertThat(TicketFile.of(BarcodePicture.png(code)).code()).contains(code);
    }

    @Test
    void codeOnAPageIsFound() throws IOException {
        var file = TicketFile.of(pdf(1, document -> {}));

        assertThat(file.type()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(file.code()).contains(CODE);
        assertThat(file.bytes()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void nothingOfADocumentIsKeptButItsPages() throws IOException {
        var harmful = pdf(2, document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('open')"));
            document.getDocumentCatalog().setAcroForm(new PDAcroForm(document));
            document.getDocumentInformation().setAuthor("A. Seller");
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of("attached.exe", new PDComplexFileSpecification()));
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            var link = new PDAnnotationLink();
            var action = new PDActionURI();
            action.setURI("https://example.com/phish");
            link.setAction(action);
            link.setRectangle(new PDRectangle(0, 0, 100, 100));
            document.getPage(0).getAnnotations().add(link);
            document.getPage(0).getCOSObject().setItem(COSName.AA, new PDActionJavaScript("x()").getCOSObject());
        });

        var kept = TicketFile.of(harmful).bytes();

        try (var document = Loader.loadPDF(kept)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var text = new StringBuilder(
                    document.getDocumentCatalog().getCOSObject().toString());
            document.getPages().forEach(page -> text.append(page.getCOSObject()));
            assertThat(text.toString())
                    .doesNotContain("JavaScript", "OpenAction", "AcroForm", "Names", "Annots", "/AA", "example.com");
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("alert", "attached.exe", "example.com", "A. Seller");
    }

    @Test
    void protectedDocumentIsRefused() throws IOException {
        var locked = pdf(
                1, document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        var readable =
                pdf(1, document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));

        assertRefused(locked, "The PDF is protected by a password.");
        assertRefused(readable, "The PDF is protected by a password.");
    }

    @ParameterizedTest
    @CsvSource({"11", "200"})
    void documentOfManyPagesIsRefused(int pages) throws IOException {
        assertRefused(pdf(pages, document -> {}), "The PDF has no pages or more than 10: one ticket a file.");
    }

    @Test
    void documentThatUnpacksIntoTooMuchIsRefused() throws IOException {
        var bomb = pdf(1, document -> {
            var stream = new COSStream();
            try (var raw = stream.createRawOutputStream()) {
                raw.write(deflated(100 * 1024 * 1024));
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            document.getDocumentCatalog().getCOSObject().setItem("Bomb", stream);
        });

        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        assertRefused(bomb, "The PDF contains more than 32 MiB.");
    }

    @ParameterizedTest
    @CsvSource({"ASCII85Decode FlateDecode", "LZWDecode", "RunLengthDecode", "A85", "Fl#61teDecode Fl"})
    void unusualCompressionIsRefused(String filters) throws IOException {
        var packed = pdf(1, document -> {
            var stream = new COSStream();
            try (var raw = stream.createRawOutputStream()) {
                raw.write('x');
            }
            var array = new COSArray();
            Arrays.stream(filters.split(" ")).forEach(name -> array.add(COSName.getPDFName(name.replace("#61", "a"))));
            stream.setItem(COSName.FILTER, array);
            document.getDocumentCatalog().getCOSObject().setItem("Packed", stream);
        });

        assertRefused(packed, "The PDF is compressed in an unusual way.");
    }

    @Test
    void pictureThatIsLargerThanItClaimsIsRefused() throws IOException {
        var large = pdf(1, document -> {
            var jpeg = image(10, 10, "jpeg");
            var frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
            System.arraycopy(new byte[] {0x75, 0x30, 0x75, 0x30}, 0, jpeg, frame + 5, 4); // 30,000 × 30,000
            var image = new PDImageXObject(
                    document, new ByteArrayInputStream(jpeg), COSName.DCT_DECODE, 10, 10, 8, PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(image, 0, 0, 10, 10);
            }
        });

        assertRefused(large, "A picture in the PDF has more than 9 million pixels.");
    }

    @Test
    void bombWithinTheInstructionsIsNotDrawn() throws IOException {
        var bomb = new ByteArrayOutputStream();
        bomb.write("q 10 0 0 10 0 0 cm BI /W 10 /H 10 /BPC 8 /CS /G /F /Fl ID ".getBytes(StandardCharsets.US_ASCII));
        bomb.write(deflated(1024 * 1024 * 1024));
        bomb.write("\nEI Q".getBytes(StandardCharsets.US_ASCII));

        var file = TicketFile.of(pdf(1, document -> {
            var stream = new PDStream(document, new ByteArrayInputStream(bomb.toByteArray()));
            document.getPage(0)
                    .setContents(List.of(
                            stream, document.getPage(0).getContentStreams().next()));
        }));

        assertThat(file.code()).contains(CODE);
    }

    @Test
    void documentWithEndlessInstructionsIsRefused() throws IOException {
        var slow = pdf(1, document -> {
            try (var content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                for (var at = 0; at < 200_000; at++) {
                    content.addRect(0, 0, 1, 1);
                    content.fill();
                }
            }
        });

        assertRefused(slow, "The PDF is too complicated.");
    }

    @Test
    void documentWithALargePictureIsRefused() throws IOException {
        var large = pdf(1, document -> {
            var image =
                    LosslessFactory.createFromImage(document, new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY));
            image.setWidth(30_000);
            image.setHeight(30_000);
            try (var content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(image, 0, 0, 10, 10);
            }
        });

        assertRefused(large, "A picture in the PDF has more than 9 million pixels.");
    }

    @Test
    void hugePictureIsRefusedBeforeItIsDecoded() throws IOException {
        var png = image(10, 10, "png");
        var width = new byte[] {0, 0, 0x75, 0x30}; // 30,000
        System.arraycopy(width, 0, png, 16, 4);
        System.arraycopy(width, 0, png, 20, 4);

        assertRefused(png, "The picture has more than 25 million pixels.");
    }

    @Test
    void largePictureIsMadeSmaller() throws IOException {
        var file = TicketFile.of(image(3000, 2000, "png"));

        var image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(image.getWidth()).isEqualTo(1500);
        assertThat(image.getHeight()).isEqualTo(1000);
    }

    @Test
    void photoIsTurnedUprightAndLosesItsNotes() throws IOException {
        var exif = HexFormat.of()
                .parseHex("ffe1003045786966000049492a000800000001001201030001000000060000000000000047505320"
                        + "34382e31333531204e000000");
        var jpeg = image(40, 20, "jpeg");
        var photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 20); // the start and the first segment
        photo.write(exif);
        photo.write(jpeg, 20, jpeg.length - 20);
        assertThat(new String(photo.toByteArray(), StandardCharsets.ISO_8859_1)).contains("48.1351");

        var file = TicketFile.of(photo.toByteArray());

        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "48.1351");
        var image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(image.getWidth()).as("width of the turned picture").isEqualTo(20);
    }

    @Test
    void whatFollowsAPictureIsNotKept() throws IOException {
        var png = image(10, 10, "png");
        var polyglot = Arrays.copyOf(png, png.length + 30);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), 0, polyglot, png.length, 25);

        assertThat(new String(TicketFile.of(polyglot).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @CsvSource({
        "'', The file is no PDF, PNG or JPEG.",
        "<svg/>, The file is no PDF, PNG or JPEG.",
        "GIF89a…, The file is no PDF, PNG or JPEG.",
        "%PDF-1.7 nothing, The PDF cannot be read.",
    })
    void fileOfAnotherKindIsRefused(String content, String start) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> TicketFile.of(content.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith(start);
    }

    @Test
    void brokenPictureIsRefused() throws IOException {
        assertRefused(Arrays.copyOf(image(50, 50, "png"), 60), "The picture cannot be read.");
        assertRefused(Arrays.copyOf(image(50, 50, "jpeg"), 60), "The picture cannot be read.");
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> TicketFile.of(file))
                .withMessage(reason);
    }

    private static byte[] pdf(int pages, Change change) throws IOException {
        try (var document = new PDDocument()) {
            for (var number = 0; number < pages; number++) {
                document.addPage(new PDPage(PDRectangle.A6));
            }
            var code = LosslessFactory.createFromImage(document, BarcodePicture.of(CODE));
            try (var content = new PDPageContentStream(document, document.getPage(0))) {
                content.drawImage(code, 50, 50, 150, 150);
            }
            change.of(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] image(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] deflated(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes, new Deflater(9))) {
            for (var written = 0; written < zeros; written += 1024 * 1024) {
                deflater.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }
}
