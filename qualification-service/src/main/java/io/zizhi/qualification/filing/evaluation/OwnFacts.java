package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.AccountFacts;

/**
 * The facts from this service's own database.
 *
 * @param accountId the account
 * @param form the form to be evaluated
 * @param account facts about the account
 */
public record OwnFacts(String accountId, QualificationForm form, AccountFacts account) {}
