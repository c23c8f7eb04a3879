package io.zizhi.qualification.precheck;

/**
 * 资质授权告知书: the text that an applicant agrees to.
 *
 * @param version its version, which a consent names
 * @param current whether it is the one that consent must be given to now
 * @param textZh the text, Chinese; this one binds
 * @param textEn the text, English
 */
public record Notice(String version, boolean current, String textZh, String textEn) {}
