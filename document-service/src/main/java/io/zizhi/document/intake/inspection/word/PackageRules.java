package io.zizhi.document.intake.inspection.word;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.zizhi.document.intake.inspection.LinkAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The types of parts that a DOCX may have, and the types of their relations. All others are refused, because a reader
 * may give them a meaning that this service does not know.
 */
final class PackageRules {

    /** Name of the list of types. */
    static final String TYPES = "[Content_Types].xml";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** Types of parts in XML; each of them is read. */
    private static final Set<String> XML_TYPES = Stream.of(
                    names(OFFICE + "wordprocessingml.", """
                        document.main document.glossary styles settings webSettings fontTable numbering header footer
                        footnotes endnotes comments commentsExtended commentsExtensible commentsIds people
                        """),
                    names(OFFICE, """
                        theme themeOverride extended-properties custom-properties customXmlProperties drawingml.chart
                        drawingml.chartshapes drawingml.diagramColors drawingml.diagramData drawingml.diagramLayout
                        drawingml.diagramStyle
                        """),
                    names("application/vnd.ms-office.", """
                        chartcolorstyle chartstyle classificationlabels drawingml.diagramDrawing documenttasks
                        intelligence intelligence2
                        """),
                    names("application/vnd.openxmlformats-package.", """
                        core-properties digital-signature-xmlsignature relationships
                        """),
                    names("application/", "vnd.ms-word.stylesWithEffects inkml"))
            .flatMap(types -> types)
            .map(type -> lower(type + "+xml"))
            .collect(toUnmodifiableSet());

    private static final Set<String> PLAIN_XML_TYPES = Set.of("application/xml", "text/xml");

    /** Types of pictures, fonts and signatures, which are only searched for the beginnings of other files. */
    private static final Set<String> OTHER_TYPES = Stream.of(
                    names("image/", """
                        png x-png jpeg jpg pjpeg webp gif bmp tiff tif emf x-emf wmf x-wmf pict x-pict vnd.ms-photo
                        """),
                    names("application/", "x-font-ttf x-fontdata"),
                    names("application/vnd.openxmlformats-package.digital-signature-", "origin certificate"),
                    names(OFFICE, "obfuscatedFont"))
            .flatMap(types -> types)
            .map(PackageRules::lower)
            .collect(toUnmodifiableSet());

    private static final String LINK = "hyperlink";

    /** Word and WPS name the template from which a document was made. */
    private static final String TEMPLATE = "attachedTemplate";

    /** A place on a disk of the reader, where a template may be. A share has two slashes instead of a letter. */
    private static final Pattern DISK = Pattern.compile("(?i)(file:///)?[a-z]:[\\\\/].*");

    private static final String OF_DOCUMENT = """
        hyperlink attachedTemplate officeDocument styles settings webSettings fontTable font theme themeOverride numbering
        header footer footnotes endnotes comments image glossaryDocument customXml customXmlProps chart chartUserShapes
        diagramColors diagramData diagramLayout diagramQuickStyle extended-properties extendedProperties custom-properties
        customProperties
        """;

    /** Types of relations, in both name spaces of the standard (ECMA-376 transitional and strict). */
    private static final Set<String> RELATIONS = Stream.of(
                    names("http://schemas.openxmlformats.org/officeDocument/2006/relationships/", OF_DOCUMENT),
                    names("http://purl.oclc.org/ooxml/officeDocument/relationships/", OF_DOCUMENT),
                    names(
                            "http://schemas.openxmlformats.org/officedocument/2006/relationships/",
                            "metadata/core-properties"),
                    names("http://schemas.openxmlformats.org/package/2006/relationships/", """
                        metadata/core-properties metadata/thumbnail digital-signature/origin digital-signature/signature
                        digital-signature/certificate
                        """),
                    names("http://schemas.microsoft.com/office/", """
                        2007/relationships/diagramDrawing 2007/relationships/hdphoto
                        2007/relationships/stylesWithEffects 2011/relationships/chartColorStyle
                        2011/relationships/chartStyle 2011/relationships/commentsExtended 2011/relationships/people
                        2016/09/relationships/commentsIds 2018/08/relationships/commentsExtensible
                        2019/05/relationships/documenttasks 2019/09/relationships/intelligence
                        2020/02/relationships/classificationlabels 2020/10/relationships/intelligence
                        """))
            .flatMap(types -> types)
            .collect(toUnmodifiableSet());

    /** Ends of the types of relations to parts that are not in XML. */
    private static final Set<String> NOT_XML = Set.of("image", "font", "thumbnail", "hdphoto", "origin", "certificate");

    /** Name of a part that is read as XML whatever type it declares: LibreOffice goes by the relation alone. */
    private static final Pattern XML_NAME = Pattern.compile("(?i)[^?#%]*\\.xml");

    /** Types of parts and relations that hold macros, or bind keys and buttons to them. */
    private static final Pattern MACROS =
            Pattern.compile("(?i)macroenabled|vbaproject|vbadata|keymap|attachedtoolbars");

    /** Places outside of the package: with a scheme, on a share, or on another host. */
    private static final Pattern OUTSIDE = Pattern.compile("[:\\\\]|^//");

    private final Map<String, String> typesByExtension = new HashMap<>();
    private final Map<String, String> typesByName = new HashMap<>();

    /** Reads the list of types. Refuses types of macros, even without a part of that type. */
    PackageRules(InputStream types) throws IOException {
        XmlPart.read(types, tag -> {
            String type = lower(attribute(tag, "ContentType"));
            if (MACROS.matcher(type).find()) {
                throw WordRefusals.macros();
            }
            if (tag.getLocalName().equals("Default")) {
                typesByExtension.put(lower(attribute(tag, "Extension")), type);
            } else if (tag.getLocalName().equals("Override")) {
                typesByName.put(lower(attribute(tag, "PartName")), type);
            }
        });
    }

    /** Refuses a part without an allowed type; returns whether it is a part in XML. */
    boolean isXml(String name) {
        String lower = lower(name);
        String extension = lower.substring(lower.lastIndexOf('.') + 1);
        String type = typesByName.getOrDefault("/" + lower, typesByExtension.getOrDefault(extension, ""));
        boolean isXml = XML_TYPES.contains(type) || PLAIN_XML_TYPES.contains(type);
        if (!isXml && !OTHER_TYPES.contains(type)) {
            throw WordRefusals.embedded();
        }
        return isXml || XML_NAME.matcher(name).matches();
    }

    /** Refuses a list with a relation of another type, or to anything outside of the package other than a link. */
    static void inspectRelations(InputStream relations) throws IOException {
        XmlPart.read(relations, tag -> {
            if (tag.getLocalName().equals("Relationship")) {
                requireAllowedRelation(tag);
            }
        });
    }

    private static void requireAllowedRelation(XMLStreamReader tag) {
        String type = attribute(tag, "Type");
        String target = attribute(tag, "Target");
        String mode = lower(attribute(tag, "TargetMode"));
        boolean outside = !(mode.isEmpty() || mode.equals("internal")) || isOutside(target);
        if (MACROS.matcher(type).find()) {
            throw WordRefusals.macros();
        }
        if (RELATIONS.contains(type) && type.endsWith("/" + LINK)) {
            if (!LinkAddress.isAllowed(target)) {
                throw WordRefusals.link();
            }
        } else if (outside && !isTemplateOnDisk(type, target)) {
            throw WordRefusals.external();
        } else if (!RELATIONS.contains(type)) {
            throw WordRefusals.embedded();
        } else if (!outside
                && !NOT_XML.contains(type.substring(type.lastIndexOf('/') + 1))
                && !XML_NAME.matcher(target).matches()) {
            throw WordRefusals.unreadable();
        }
    }

    private static boolean isTemplateOnDisk(String type, String target) {
        return RELATIONS.contains(type)
                && type.endsWith("/" + TEMPLATE)
                && DISK.matcher(target).matches();
    }

    static boolean isOutside(String target) {
        return OUTSIDE.matcher(target).find();
    }

    private static String attribute(XMLStreamReader tag, String name) {
        @Nullable String value = tag.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    /** Returns the names of a list, each behind the beginning that they share. */
    private static Stream<String> names(String beginning, String list) {
        return Stream.of(list.split("\\s+", 0)).map(beginning::concat);
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
