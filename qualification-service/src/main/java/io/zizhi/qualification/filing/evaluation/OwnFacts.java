package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.precheck.AccountFacts;

/**
 * What this service itself knows before it asks the others.
 *
 * @param accountId the account
 * @param form the form to be evaluated
 * @param account what is known of the account
 */
public record OwnFacts(String accountId, Particulars form, AccountFacts account) {}
