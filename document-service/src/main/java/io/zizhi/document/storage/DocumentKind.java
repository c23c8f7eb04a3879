package io.zizhi.document.storage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kind of a document, which determines the accepted formats. */
public enum DocumentKind {
    BUSINESS_LICENSE(Formats.PHOTOS),
    SOCIAL_CREDIT_CERTIFICATE(Formats.PHOTOS),
    INSTITUTION_CERTIFICATE(Formats.PHOTOS),
    OTHER_CERTIFICATE(Formats.PHOTOS),
    /** The side of an identity document that shows the national emblem. */
    ID_EMBLEM(Formats.PHOTOS),
    /** The side of an identity document that shows the holder's portrait. */
    ID_PORTRAIT(Formats.PHOTOS),
    AUTHORIZATION_LETTER(Formats.PHOTOS),
    MORE_MATERIAL(Formats.MATERIAL);

    private final Set<FileFormat> formats;

    DocumentKind(Set<FileFormat> formats) {
        this.formats = formats;
    }

    public boolean accepts(FileFormat format) {
        return formats.contains(format);
    }

    public static Optional<DocumentKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** An enum constant cannot refer to a static field of its own enum. */
    private static final class Formats {
        static final Set<FileFormat> PHOTOS = EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.GIF);
        static final Set<FileFormat> MATERIAL =
                EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.DOC, FileFormat.DOCX, FileFormat.PDF);
    }
}
