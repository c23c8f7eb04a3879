package io.zizhi.recognition;

/** A reason to upload another picture. A hint never refuses one: it may be wrong. */
public enum Hint {
    /** The picture shows the other side of an identity card. */
    OTHER_SIDE,
    /** Little text, or text that is hardly legible. */
    UNREADABLE,
    /** Text touches the edge of the picture. */
    CROPPED,
    /** A reflection hides a part of the picture. */
    GLARE
}
