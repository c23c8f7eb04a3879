package io.zizhi.qualification.form;

/** The region where an owner is registered. */
public enum Region {
    /** Mainland China (中国内地). */
    MAINLAND,

    /** Hong Kong, China (中国香港). */
    HONG_KONG,

    /** Macau, China (中国澳门). */
    MACAU,

    /** Taiwan, China (中国台湾). */
    TAIWAN,

    /** Outside China (境外). */
    ABROAD
}
