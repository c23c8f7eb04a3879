package io.zizhi.document.storage;

/** Accepted file formats. Views use the media type and extension of this list, never those declared by the uploader. */
public enum FileFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    PDF("application/pdf", "pdf"),
    DOC("application/msword", "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String contentType;
    private final String extension;

    FileFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** Returns the registered media type, without parameters. */
    public String contentType() {
        return contentType;
    }

    /** Returns the usual file name extension, without the dot. */
    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return this == JPEG || this == PNG || this == GIF;
    }
}
