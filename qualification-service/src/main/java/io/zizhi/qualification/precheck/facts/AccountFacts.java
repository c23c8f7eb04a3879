package io.zizhi.qualification.precheck.facts;

import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.IdentifiedPerson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Data of this service about the filing account. It is read again under the account's lock when a submission is
 * accepted.
 *
 * @param identity the verified identity of the account; empty if not verified
 * @param administeredCompanies credit codes of companies whose qualifications in this account, in review or in force,
 *     name the same administrator
 * @param administeredElsewhere the same for all other accounts; never shown to the applicant
 * @param duplicate whether another qualification of this account, in review or in force, has the same company,
 *     administrator, purpose and name
 * @param approvedPersons persons of the approved form that the form amends or copies
 * @param nameTaken whether another qualification of the account has the same or a similar-looking name
 * @param scan the scan authentication that the form names
 * @param letter the authorization letter that the form names, if the account has it
 */
public record AccountFacts(
        Optional<VerifiedIdentity> identity,
        Set<String> administeredCompanies,
        Set<String> administeredElsewhere,
        boolean duplicate,
        List<IdentifiedPerson> approvedPersons,
        boolean nameTaken,
        ScanFinding scan,
        Optional<AttachedLetter> letter) {}
