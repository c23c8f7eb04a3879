package io.zizhi.qualification.form;

/** Where an owner is registered. */
public enum Region {
    /** 中国内地. */
    MAINLAND,

    /** 中国香港. */
    HONG_KONG,

    /** 中国澳门. */
    MACAU,

    /** 中国台湾. */
    TAIWAN,

    /** 境外. */
    ABROAD
}
