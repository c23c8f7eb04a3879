package io.zizhi.e2e.hostile;

import static io.zizhi.e2e.hostile.FileParts.card;
import static io.zizhi.e2e.hostile.FileParts.encoded;
import static io.zizhi.e2e.hostile.WordFiles.code;
import static io.zizhi.e2e.hostile.WordFiles.field;
import static io.zizhi.e2e.hostile.WordFiles.mark;
import static io.zizhi.e2e.hostile.WordFiles.simple;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A DOCX as Word and WPS write it: styles, numbering, theme, header, footer, notes, comments, pictures, tracked changes,
 * links, and fields that show something of the document. It must be accepted.
 */
final class OrdinaryDocx {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/";
    private static final String MICROSOFT = "http://schemas.microsoft.com/office/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final String SPACES = """
             xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
            xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
            xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
            xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office' \
            xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' \
            xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
            mc:Ignorable='w14'""";

    private OrdinaryDocx() {}

    static byte[] bytes() {
        return FileParts.zip(
                "[Content_Types].xml", xml(types()),
                "_rels/.rels",
                        relations(
                                relation(OFFICE + "officeDocument", "word/document.xml"),
                                relation(PACKAGE + "metadata/core-properties", "docProps/core.xml"),
                                relation(OFFICE + "extended-properties", "docProps/app.xml"),
                                relation(OFFICE + "custom-properties", "docProps/custom.xml")),
                "docProps/core.xml", xml("<coreProperties/>"),
                "docProps/app.xml", xml("<Properties><Application>Microsoft Office Word</Application></Properties>"),
                "docProps/custom.xml", xml("<Properties/>"),
                "word/_rels/document.xml.rels",
                        relations(
                                relation(OFFICE + "styles", "styles.xml"),
                                relation(OFFICE + "settings", "settings.xml"),
                                relation(OFFICE + "webSettings", "webSettings.xml"),
                                relation(OFFICE + "fontTable", "fontTable.xml"),
                                relation(OFFICE + "theme", "theme/theme1.xml"),
                                relation(OFFICE + "numbering", "numbering.xml"),
                                relation(OFFICE + "header", "header1.xml"),
                                relation(OFFICE + "footer", "footer1.xml"),
                                relation(OFFICE + "footnotes", "footnotes.xml"),
                                relation(OFFICE + "endnotes", "endnotes.xml"),
                                relation(OFFICE + "comments", "comments.xml"),
                                relation(MICROSOFT + "2011/relationships/commentsExtended", "commentsExtended.xml"),
                                relation(MICROSOFT + "2011/relationships/people", "people.xml"),
                                relation(OFFICE + "customXml", "../customXml/item1.xml"),
                                relation(OFFICE + "image", "media/image1.png"),
                                relation(OFFICE + "image", "/word/media/image2.jpeg"),
                                link("https://example.com/?a=1&amp;b=2"),
                                link("HTTP://example.com"),
                                link("mailto:service@example.com?subject=a%20b"),
                                link("#_Toc1")),
                "word/document.xml", document(),
                "word/styles.xml", story("styles", ""),
                "word/settings.xml", story("settings", "<w:trackRevisions/><w:updateFields w:val='true'/>"),
                "word/_rels/settings.xml.rels",
                        relations(template("file:///C:\\Users\\a\\AppData\\Roaming\\kingsoft\\wps\\zh_CN\\0.docx")),
                "word/webSettings.xml", story("webSettings", ""),
                "word/fontTable.xml", story("fonts", "<w:font w:name='仿宋'/>"),
                "word/theme/theme1.xml", xml("<a:theme xmlns:a='a'/>"),
                "word/numbering.xml", story("numbering", ""),
                "word/header1.xml",
                        story("hdr", "<w:p>" + field(code(" STYLEREF  \"标题 1\"  \\* MERGEFORMAT ")) + "</w:p>"),
                "word/footer1.xml", story("ftr", "<w:p>第" + simple("PAGE") + "页共" + lastPage() + "页</w:p>"),
                "word/footnotes.xml", story("footnotes", ""),
                "word/endnotes.xml", story("endnotes", ""),
                "word/comments.xml", story("comments", "<w:comment w:author='a'><w:p/></w:comment>"),
                "word/commentsExtended.xml", xml("<commentsEx/>"),
                "word/people.xml", xml("<people/>"),
                "customXml/item1.xml", xml("<?mso-contentType ?><b:Sources xmlns:b='b'><!-- a comment --></b:Sources>"),
                "customXml/_rels/item1.xml.rels", relations(relation(OFFICE + "customXmlProps", "itemProps1.xml")),
                "customXml/itemProps1.xml", xml("<ds:datastoreItem xmlns:ds='ds'/>"),
                "word/media/image1.png", encoded(card(600, 400), "png"),
                "word/media/image2.jpeg", encoded(card(600, 400), "jpeg"));
    }

    private static byte[] document() {
        String contents = field(code(" TOC \\o \"1-3\" \\h \\z \\u "))
                .replace(
                        "<w:r><w:t>1</w:t></w:r>",
                        "<w:hyperlink w:anchor='_Toc1'>" + field(code(" PAGEREF _Toc1 \\h ")) + "</w:hyperlink>");
        String link = field(code(" HYPER") + code("LINK \"https://example.com/a b\" \\o \"file: 说明\" \\t \"_blank\" "));
        String inserted = change("ins", mark("begin"))
                + change("ins", code(" DATE \\@ \"yyyy年M月d日\" "))
                + change("ins", mark("end"));
        String box = "<w:txbxContent><w:p>" + field(code("REF _Ref1 \\h")) + "</w:p></w:txbxContent>";
        String drawing = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>" + box
                + "</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:shape href='https://example.com/'>"
                + "<v:imagedata r:id='rId5' o:title=''/><v:textbox>" + box
                + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        return story(
                "document",
                "<w:body><w:p>" + contents + "</w:p><w:p>" + link + field(code(" HYPERLINK \\l \"_Toc1\" "))
                        + field(code(" SEQ 图 \\* ARABIC ")) + field(code(" eq \\o\\ac(○,1)"))
                        + field(code(" IF ") + field(code(" PAGE ")) + code(" = 1 \"\" \"a\" "))
                        + field(code(" ADDIN CNKISM.UserStyle"))
                        + field(code("HYPERLINK https://example.com \\*MERGEFORMAT"))
                        + field(code("HYPERLINK \"https://example.com\" \\o \"a \\\"tip\\\"\"")) + inserted + drawing
                        + field(" ") + "<w:r><w:t>DDEAUTO is only a word here</w:t></w:r></w:p></w:body>");
    }

    private static String change(String kind, String runs) {
        return "<w:" + kind + " w:id='1' w:author='a'>" + runs + "</w:" + kind + ">";
    }

    /** A formula with the number of pages in it. */
    private static String lastPage() {
        return field(code(" = ") + field(code(" NUMPAGES ")) + code(" - 1 "));
    }

    private static String types() {
        StringBuilder types = new StringBuilder("<Types>");
        extension(types, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        extension(types, "xml", "application/xml");
        extension(types, "png", "image/png");
        extension(types, "jpeg", "image/jpeg");
        extension(types, "bin", "application/vnd.openxmlformats-officedocument.oleObject");
        part(types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(types, "/docProps/app.xml", TYPE + "extended-properties+xml");
        part(types, "/docProps/custom.xml", TYPE + "custom-properties+xml");
        part(types, "/customXml/itemProps1.xml", TYPE + "customXmlProperties+xml");
        part(types, "/word/document.xml", TYPE + "wordprocessingml.document.main+xml");
        part(types, "/word/header1.xml", TYPE + "wordprocessingml.header+xml");
        part(types, "/word/footer1.xml", TYPE + "wordprocessingml.footer+xml");
        part(types, "/word/theme/theme1.xml", TYPE + "theme+xml");
        for (String name : new String[] {
            "styles",
            "settings",
            "webSettings",
            "fontTable",
            "numbering",
            "footnotes",
            "endnotes",
            "comments",
            "commentsExtended",
            "people"
        }) {
            part(types, "/word/" + name + ".xml", TYPE + "wordprocessingml." + name + "+xml");
        }
        return types.append("</Types>").toString();
    }

    private static void extension(StringBuilder types, String extension, String type) {
        types.append("<Default Extension='%s' ContentType='%s'/>".formatted(extension, type));
    }

    private static void part(StringBuilder types, String name, String type) {
        types.append("<Override PartName='%s' ContentType='%s'/>".formatted(name, type));
    }

    private static String relation(String type, String target) {
        return "<Relationship Id='r' Type='%s' Target='%s'/>".formatted(type, target);
    }

    private static String link(String address) {
        return "<Relationship Id='r' Type='%shyperlink' Target='%s' TargetMode='External'/>".formatted(OFFICE, address);
    }

    /** Names the template from which a document was made, as WPS does for all that it makes. */
    private static String template(String place) {
        return "<Relationship Id='r' Type='%sattachedTemplate' Target='%s' TargetMode='External'/>"
                .formatted(OFFICE, place);
    }

    private static byte[] relations(String... relations) {
        return xml("<Relationships>" + String.join("", relations) + "</Relationships>");
    }

    private static byte[] story(String root, String content) {
        return xml("<w:" + root + SPACES + ">" + content + "</w:" + root + ">");
    }

    private static byte[] xml(String content) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" + content).getBytes(UTF_8);
    }
}
