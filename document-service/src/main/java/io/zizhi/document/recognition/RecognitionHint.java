package io.zizhi.document.recognition;

/** A reason to upload another picture. A hint never refuses one, because it may be wrong. */
public enum RecognitionHint {
    /** The picture shows the other side of an identity card. */
    OTHER_SIDE,
    /** The picture has little text, or text that is hardly legible. */
    UNREADABLE,
    /** The edge of the picture cuts a text. */
    CROPPED,
    /** A reflection hides a part of the picture. */
    GLARE
}
