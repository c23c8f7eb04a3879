package io.zizhi.qualification.precheck;

/**
 * The notice that applicants consent to (资质授权告知书).
 *
 * @param version version of the notice, named in each consent
 * @param current whether consent must be given to this version
 * @param textZh Chinese text; this one is binding
 * @param textEn English text
 */
public record Notice(String version, boolean current, String textZh, String textEn) {}
