package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.deflated;
import static io.zizhi.e2e.hostile.FileParts.join;
import static io.zizhi.e2e.hostile.FileParts.latin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Hostile PDF files. */
final class PdfFiles {

    private static final String LINK = "<</Type/Annot/Subtype/Link/A<</Type/Action/S/URI/URI(https://example.com)>>>>";

    static final Map<String, Supplier<byte[]>> ALL = Map.ofEntries(
            Map.entry("pdf-javascript", () -> page("", "<</S/JavaScript/JS(app.alert(1))>>")),
            Map.entry("pdf-javascript-disguised", () -> page("", "<</S/Java#53cript/JS(app.alert(1))>>")),
            Map.entry("pdf-javascript-compressed", PdfFiles::compressed),
            Map.entry("pdf-javascript-in-string", () -> page("/Hidden (9 0 obj <</S/JavaScript/JS(1)>> endobj)")),
            Map.entry("pdf-javascript-in-stream", PdfFiles::inStream),
            Map.entry("pdf-javascript-for-pdfium", () -> page("", "<</S/Java#4Jcript\u0080/JS(app.alert(1))>>")),
            Map.entry("pdf-javascript-behind-escape", PdfFiles::behindEscape),
            Map.entry("pdf-unfinished-objects", PdfFiles::unfinishedObjects),
            Map.entry("pdf-double-compressed", PdfFiles::doubleCompressed),
            Map.entry("pdf-action-at-opening", () -> page("/OpenAction 4 0 R", "<</S/URI/URI(https://example.com)>>")),
            Map.entry("pdf-action-in-stream", PdfFiles::actionInStream),
            Map.entry("pdf-action-in-strings", PdfFiles::actionInStrings),
            Map.entry("pdf-goes-to-page-at-opening", () -> page("/OpenAction 4 0 R", "<</S/GoTo/D[3 0 R/Fit]>>")),
            Map.entry("pdf-page-at-opening", () -> page("/OpenAction[3 0 R/Fit]")),
            Map.entry("pdf-web-link", () -> page("", "<</S/URI/URI(https://example.com/JavaScript/)>>")),
            Map.entry("pdf-made-by-tex", () -> page("/OpenAction 4 0 R", "<</S/GoTo/D[3 0 R/Fit]>>", LINK)),
            Map.entry("pdf-made-by-tex-compressed", PdfFiles::madeByTex),
            Map.entry(
                    "pdf-action-changed-later",
                    () -> page(
                            "/OpenAction 4 0 R",
                            "<</S/GoTo/D[3 0 R/Fit]>>\nendobj\n4 0 obj\n<</S/URI/URI(https://example.com)>>")),
            Map.entry("pdf-action-of-page", () -> page("/AA<</WC 4 0 R>>", "<</S/URI/URI(https://example.com)>>")),
            Map.entry("pdf-other-file", () -> page("", "<</S/GoToR/F(other.pdf)/D[0/Fit]>>")),
            Map.entry("pdf-attached-page", () -> page("", "<</S/GoToE/T<</R/C/N(other.pdf)>>/D[0/Fit]>>")),
            Map.entry("pdf-imports-data", () -> page("", "<</S/ImportData/F(form.fdf)>>")),
            Map.entry("pdf-film", () -> page("", "<</S/Rendition/OP 0/R<</S/MR>>>>")),
            Map.entry("pdf-program", () -> page("", "<</S/Launch/F(cmd.exe)>>")),
            Map.entry("pdf-sends-form", () -> page("", "<</S/SubmitForm/F(https://example.com)>>")),
            Map.entry("pdf-xfa-form", () -> page("/AcroForm<</XFA 4 0 R>>", "<</Length 0>>stream\n\nendstream")),
            Map.entry(
                    "pdf-embedded-file", () -> page("/Names<</EmbeddedFiles<</Names[(a) 4 0 R]>>>>", "<</F(a.exe)>>")),
            Map.entry(
                    "pdf-attachment-without-type",
                    () -> page("/X<</F 9 0 R/EF<</F 4 0 R>>>>", "<</Length 2>>stream\nMZ\nendstream")),
            Map.entry("pdf-attachment-on-page", () -> page("", "<</Type/Annot/Subtype/FileAttachment/FS 9 0 R>>")),
            Map.entry("pdf-attachment-replaced", () -> page("", "<</EF 9 0 R>>\nendobj\n4 0 obj\n<</X 1>>")),
            Map.entry("pdf-attachment-in-string", () -> page("/X(4 0 obj <</EF 9 0 R>> endobj)")),
            Map.entry("pdf-associated-file", () -> page("/AF[4 0 R]", "<</Type/X>>")),
            Map.entry("pdf-collection", () -> page("/Collection<</View/D>>")),
            Map.entry("pdf-file-without-type", () -> page("", "<</S/Thread/F(other.pdf)/D 0>>")),
            Map.entry("pdf-stream-in-other-file", () -> page("", "<</F(a.bin)/Length 0>>stream\n\nendstream")),
            Map.entry(
                    "pdf-stream-on-web-page",
                    () -> page("", "<</F<</FS/URL/F(http://a)>>/Length 0>>stream\n\nendstream")),
            Map.entry("pdf-filter-of-other-file", () -> page("", "<</FFilter/LZWDecode/Length 0>>stream\n\nendstream")),
            Map.entry("pdf-3d-script", () -> page("", "<</OnInstantiate 9 0 R/Length 0>>stream\n\nendstream")),
            Map.entry("pdf-3d-annotation", () -> page("", "<</Type/Annot/Subtype/3D/3DD 9 0 R>>")),
            Map.entry("pdf-screen", () -> page("", "<</Type/Annot/Subtype/Screen>>")),
            Map.entry("pdf-movie", () -> page("", "<</Type/Annot/Subtype/Movie/Movie 9 0 R>>")),
            Map.entry("pdf-sound", () -> page("", "<</S/Sound/Sound 9 0 R>>")),
            Map.entry("pdf-postscript", () -> page("", "<</Subtype/Form/Subtype2/PS/Length 2>>stream\nop\nendstream")),
            Map.entry("pdf-script-without-action", () -> page("/X<</JS 9 0 R>>")),
            Map.entry("pdf-link-to-script", () -> page("", link("(javascript:alert\\(1\\))"))),
            Map.entry("pdf-link-to-program", () -> page("", link("(file:///C:/Windows/notepad.exe)"))),
            Map.entry("pdf-link-to-share", () -> page("", link("(\\\\\\\\example.com\\\\share)"))),
            Map.entry("pdf-link-in-digits", () -> page("", link("<66 69 6C 65 3A 2F 2F 61>"))),
            Map.entry("pdf-link-twice", () -> page("", link("(file://a)/URI(https://example.com)"))),
            Map.entry("pdf-link-elsewhere", () -> page("", link(" 9 0 R"))),
            Map.entry("pdf-link-base", () -> page("/URI<</Base(file:///C:/)>>")),
            Map.entry("pdf-link-compressed", PdfFiles::compressedLink),
            Map.entry(
                    "pdf-link-behind-odd-string",
                    () -> page("", "<</T(a (b)\n/X %)" + link("(file://a)").substring(2))),
            Map.entry("pdf-objects-counted-twice", PdfFiles::countedTwice),
            Map.entry("pdf-blend-mode", () -> page("", "<</Type/ExtGState/BM/Screen>>", LINK)),
            Map.entry("pdf-encrypted", PdfFiles::encrypted),
            Map.entry("pdf-jbig2-picture", () -> with(stream("/Subtype/Image/Filter/JBIG2Decode", latin("scan")))),
            Map.entry("pdf-jpeg-2000-picture", () -> with(stream("/Subtype/Image/Filter[/JPXDecode]", latin("scan")))),
            Map.entry("pdf-bomb", PdfFiles::bomb),
            Map.entry("pdf-bomb-of-objects", PdfFiles::bombOfObjects),
            Map.entry("pdf-deep", () -> page("/Deep " + "[".repeat(100_000) + "]".repeat(100_000))),
            Map.entry("pdf-script-behind", () -> join(page(""), FileParts.SCRIPT)),
            Map.entry("pdf-zip-behind", () -> join(page(""), FileParts.zip("evil.js", FileParts.SCRIPT))),
            Map.entry("pdf-zip-inside", PdfFiles::zipInside),
            Map.entry("pdf-gap", PdfFiles::gap),
            Map.entry("pdf-only-beginning", () -> latin("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\n")));

    private PdfFiles() {}

    /**
     * Returns a document of one page.
     *
     * @param catalog further entries of the catalog
     * @param objects the objects 4, 5 and so on
     */
    static byte[] page(String catalog, String... objects) {
        List<byte[]> all = new ArrayList<>(List.of(
                latin("<</Type/Catalog/Pages 2 0 R" + catalog + ">>"),
                latin("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                latin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")));
        for (String object : objects) {
            all.add(latin(object));
        }
        return file("", all);
    }

    private static byte[] file(String trailer, List<byte[]> objects) {
        byte[] file = latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            table.append("%010d 00000 n \n".formatted(file.length));
            file = join(file, latin(number + " 0 obj\n"), objects.get(number - 1), latin("\nendobj\n"));
        }
        return join(
                file,
                latin(table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R" + trailer + ">>\nstartxref\n"
                        + file.length + "\n%%EOF\n"));
    }

    private static byte[] stream(String dictionary, byte[] data) {
        return join(latin("<<" + dictionary + "/Length " + data.length + ">>\nstream\n"), data, latin("\nendstream"));
    }

    private static byte[] with(byte[] object) {
        return file(
                "",
                List.of(
                        latin("<</Type/Catalog/Pages 2 0 R>>"),
                        latin("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                        latin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
                        object));
    }

    /** @param address value of the address */
    private static String link(String address) {
        return "<</S/URI/URI" + address + ">>";
    }

    private static byte[] compressedLink() {
        byte[] objects = deflated(latin("8 0 9 1 5" + link("(file://a)")));
        return with(stream("/Type/ObjStm/N 2/First 8/Filter/FlateDecode", objects));
    }

    /** Readers differ in which number of objects they use. */
    private static byte[] countedTwice() {
        byte[] objects = deflated(latin("9 0 " + link("(file://a)")));
        return with(stream("/Type/ObjStm/N 1/N 0/First 4/Filter/FlateDecode", objects));
    }

    private static byte[] compressed() {
        byte[] objects = deflated(latin("9 0 <</S/JavaScript/JS(app.alert(1))>>"));
        return with(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", objects));
    }

    /** Catalog and action are compressed, as TeX writes them. */
    private static byte[] madeByTex() {
        String action = "<</S/GoTo/D[3 0 R/Fit]>>";
        String objects = "8 0 9 " + (action.length() + 1) + " ";
        byte[] data = deflated(latin(objects + action + " <</Type/Catalog/Pages 2 0 R/OpenAction 8 0 R>>"));
        return join(
                page("", LINK),
                latin("7 0 obj\n"),
                stream("/Type/ObjStm/N 2/First " + objects.length() + "/Filter/FlateDecode", data),
                latin("\nendobj\nstartxref\n0\n%%EOF\n"));
    }

    private static byte[] doubleCompressed() {
        byte[] objects = deflated(deflated(latin("9 0 <</S/JavaScript/JS(app.alert(1))>>")));
        return with(stream("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]", objects));
    }

    /** The table of objects could name a place within the data of a stream. */
    private static byte[] inStream() {
        return with(stream("", latin("9 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj")));
    }

    /** The escape is incomplete, so another name begins behind it. */
    private static byte[] behindEscape() {
        byte[] objects = deflated(latin("8 0 9 3 /X#/JavaScript"));
        return with(stream("/Type/ObjStm/N 2/First 8/Filter/FlateDecode", objects));
    }

    /** A reader that goes by another length would find the rest. */
    private static byte[] unfinishedObjects() {
        byte[] objects = deflated(latin("9 0 <</S/JavaScript/JS(app.alert(1))>>"));
        return with(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", Arrays.copyOf(objects, 12)));
    }

    /** The names are so short that they could occur in a picture by chance. */
    private static byte[] actionInStream() {
        return page(
                "/OpenAction 9 0 R",
                "<</Length 60>>\nstream\n9 0 obj <</S/URI/URI(https://example.com)>> endobj\nendstream");
    }

    /** A reader that is directed into the first string skips the end of its line, and so reads on in the others. */
    private static byte[] actionInStrings() {
        return page("/OpenAction 9 0 R/Hidden[(9 0 obj %)(\n<</X%)(\n1/S/URI/URI)(https://example.com)(\\)>> endobj)]");
    }

    private static byte[] encrypted() {
        return file("/Encrypt<</Filter/Standard/V 1>>", List.of(latin("<</Type/Catalog>>")));
    }

    private static byte[] bomb() {
        return with(stream("/Subtype/Image/Filter/FlateDecode", FileParts.deflatedZeros(500_000_000)));
    }

    private static byte[] bombOfObjects() {
        return with(stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", FileParts.deflatedZeros(100_000_000)));
    }

    private static byte[] zipInside() {
        return with(stream("", FileParts.zip("evil.js", FileParts.SCRIPT)));
    }

    private static byte[] gap() {
        byte[] page = page("");
        return FileParts.inserted(page, 9, latin("garbage between objects\n"));
    }
}
