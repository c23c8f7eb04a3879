package io.zizhi.qualification.precheck;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.util.Optional;
import java.util.Set;

/**
 * What this service itself knows of the account that files; read again under the account's lock when a submission is
 * accepted.
 *
 * @param identity what the account was verified as; empty when it was not
 * @param administeredCompanies credit codes of those companies for which another qualification of the account, in review
 *     or in force, names the same administrator
 * @param administeredElsewhere the same of all other accounts; nothing of it is told to the applicant
 * @param nameTaken whether another qualification of the account has the form's name
 * @param scan the authentication by scan that the form names
 * @param letter the authorization letter that the form names, where the account has it
 */
public record AccountFacts(
        Optional<VerifiedIdentity> identity,
        Set<String> administeredCompanies,
        Set<String> administeredElsewhere,
        boolean nameTaken,
        ScanFinding scan,
        Optional<AttachedLetter> letter) {}
