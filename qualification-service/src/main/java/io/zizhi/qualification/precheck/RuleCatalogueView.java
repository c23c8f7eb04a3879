package io.zizhi.qualification.precheck;

import java.util.List;

/**
 * The catalogue of pre-check codes.
 *
 * @param noticeVersion version of the notice that requires consent
 * @param rules codes in alphabetical order
 */
public record RuleCatalogueView(String noticeVersion, List<RuleCode> rules) {}
