package io.zizhi.qualification.model.letter;

/** Whether an authorization letter can be relied on today. */
public enum LetterValidity {
    /** 可用: approved, and today lies inside its period. */
    VALID,

    /** 不可用: not approved, expired, or not valid yet. */
    INVALID
}
