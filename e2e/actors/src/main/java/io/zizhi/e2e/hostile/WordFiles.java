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
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    static final Map<String, Supplier<byte[]>> ALL = Map.ofEntries(
            Map.entry("docx-macros", () -> docx(WORD, "", "word/vbaProject.bin", new byte[100])),
            Map.entry("docx-macro-type", () -> docx("application/vnd.ms-word.document.macroEnabled.main+xml", "")),
            Map.entry("docx-template", () -> related("attachedTemplate", "https://example.com/evil.dotm")),
            Map.entry("docx-remote-picture", () -> related("image", "file://example.com/share/a.png")),
            Map.entry("docx-web-link", () -> related("hyperlink", "https://example.com/")),
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
            latin("<Types><Override PartName='/word/document.xml' ContentType='" + type + "'/></Types>"),
            "_rels/.rels",
            latin("<Relationships><Relationship Id='r' Type='" + RELATIONS
                    + "officeDocument' Target='word/document.xml'/></Relationships>"),
            "word/document.xml",
            latin("<document><body><p><r><t>Material</t></r></p></body></document>"),
            "word/_rels/document.xml.rels",
            latin("<Relationships>" + relation + "</Relationships>")
        };
        Object[] all = Arrays.copyOf(parts, parts.length + more.length);
        System.arraycopy(more, 0, all, parts.length, more.length);
        return FileParts.zip(all);
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
