package io.zizhi.document.storage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kind of a document, which determines the accepted formats and the minimum size of an image. */
public enum DocumentKind {
    BUSINESS_LICENSE(Formats.PHOTOS, 600, 400),
    SOCIAL_CREDIT_CERTIFICATE(Formats.PHOTOS, 600, 400),
    INSTITUTION_CERTIFICATE(Formats.PHOTOS, 600, 400),
    OTHER_CERTIFICATE(Formats.PHOTOS, 600, 400),
    /** The side of an identity document that shows the national emblem. */
    ID_EMBLEM(Formats.PHOTOS, 300, 200),
    /** The side of an identity document that shows the holder's portrait. */
    ID_PORTRAIT(Formats.PHOTOS, 300, 200),
    AUTHORIZATION_LETTER(Formats.PHOTOS, 600, 400),
    MORE_MATERIAL(Formats.MATERIAL, 100, 100);

    private final Set<FileFormat> formats;
    private final int leastLongerSide;
    private final int leastShorterSide;

    DocumentKind(Set<FileFormat> formats, int leastLongerSide, int leastShorterSide) {
        this.formats = formats;
        this.leastLongerSide = leastLongerSide;
        this.leastShorterSide = leastShorterSide;
    }

    /** Returns the minimum length of an image's longer side, in pixels. Text in smaller images is illegible. */
    public int leastLongerSide() {
        return leastLongerSide;
    }

    /** Returns the minimum length of an image's shorter side, in pixels. */
    public int leastShorterSide() {
        return leastShorterSide;
    }

    /** Returns the accepted formats, separated by slashes. */
    public String formats() {
        return formats.stream().sorted().map(Enum::name).collect(Collectors.joining("/"));
    }

    public boolean accepts(FileFormat format) {
        return formats.contains(format);
    }

    public static Optional<DocumentKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Lists of formats; a separate class, because enum constants cannot refer to static fields of their own enum. */
    private static final class Formats {
        static final Set<FileFormat> PHOTOS = EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.GIF);
        static final Set<FileFormat> MATERIAL =
                EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.DOC, FileFormat.DOCX, FileFormat.PDF);
    }
}
