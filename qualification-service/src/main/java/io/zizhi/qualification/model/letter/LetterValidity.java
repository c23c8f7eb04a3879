package io.zizhi.qualification.model.letter;

/** Whether an authorization letter is valid today. */
public enum LetterValidity {
    /** Usable (可用): approved, and today is within its period. */
    VALID,

    /** Not usable (不可用): not approved, expired, or not valid yet. */
    INVALID
}
