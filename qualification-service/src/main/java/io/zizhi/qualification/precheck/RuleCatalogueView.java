package io.zizhi.qualification.precheck;

import java.util.List;

/**
 * The catalogue of the pre-check's codes, as data.
 *
 * @param noticeVersion the notice that consent must be given to now
 * @param rules by code
 */
public record RuleCatalogueView(String noticeVersion, List<RuleCode> rules) {}
