package io.zizhi.qualification.precheck.facts;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.IdentityRequest;
import io.zizhi.qualification.account.PersonHash;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.IdentifiedPerson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates facts for tests: those that {@link FormMother#good} passes with, and variants with single changes. */
public final class FactsMother {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Stands for the keyed hash of persons. */
    public static final PersonHash HASH = (column, value) -> BlindHash.of(column + ":" + value);

    private FactsMother() {}

    /** Returns the identity of an account that belongs to this person. */
    public static VerifiedIdentity person(PersonName name, IdNumber idNumber) {
        return new IdentityRequest(AccountKind.PERSON, null, null, name, idNumber).verified(HASH);
    }

    public static Facts good() {
        return new Facts(
                TODAY,
                Optional.of(documents()),
                true,
                PhoneState.VERIFIED,
                account(Optional.of(
                        new VerifiedIdentity(AccountKind.COMPANY, FormMother.COMPANY_NAME, FormMother.CREDIT_CODE))),
                RegistryFinding.MATCHED,
                "2026-11");
    }

    public static Facts on(LocalDate today) {
        Facts facts = good();
        return new Facts(
                today,
                facts.documents(),
                true,
                facts.phone(),
                facts.account(),
                facts.registry(),
                facts.noticeVersion());
    }

    public static Facts withCertificate(DocumentState.Status status, @Nullable String kind, boolean scanRequired) {
        Map<String, DocumentState> documents = new HashMap<>(documents());
        documents.put(FormMother.CERTIFICATE, new DocumentState(status, kind));
        Facts facts = good();
        return new Facts(
                TODAY,
                Optional.of(documents),
                scanRequired,
                facts.phone(),
                facts.account(),
                facts.registry(),
                facts.noticeVersion());
    }

    public static Facts withDocuments(Optional<Map<String, DocumentState>> documents) {
        Facts facts = good();
        return new Facts(
                TODAY, documents, true, facts.phone(), facts.account(), facts.registry(), facts.noticeVersion());
    }

    /** Returns good facts with what was recognised in these documents. */
    public static Facts recognising(Map<String, RecognisedPicture> pictures) {
        Map<String, DocumentState> documents = new HashMap<>(documents());
        pictures.forEach((id, picture) -> documents.put(
                id,
                new DocumentState(
                        DocumentState.Status.AVAILABLE,
                        documents.containsKey(id) ? documents.get(id).kind() : null,
                        null,
                        null,
                        picture)));
        return withDocuments(Optional.of(documents));
    }

    public static Facts withPhone(PhoneState phone) {
        Facts facts = good();
        return new Facts(
                TODAY, facts.documents(), true, phone, facts.account(), facts.registry(), facts.noticeVersion());
    }

    public static Facts withNotice(String version) {
        Facts facts = good();
        return new Facts(TODAY, facts.documents(), true, facts.phone(), facts.account(), facts.registry(), version);
    }

    /** Creates the facts of an account with this identity and no other qualifications. */
    public static AccountFacts account(Optional<VerifiedIdentity> identity) {
        return new AccountFacts(
                identity, Set.of(), Set.of(), false, List.of(), false, ScanFinding.NOT_NAMED, Optional.empty());
    }

    /** Creates facts in which the administrator already administers these companies, in this account and in others. */
    public static Facts administering(Set<String> here, Set<String> elsewhere) {
        return having(here, elsewhere, false, List.of());
    }

    /**
     * Creates facts of an account that has a qualification with the form's company, administrator, purpose and name.
     */
    public static Facts duplicating() {
        return having(Set.of(FormMother.CREDIT_CODE), Set.of(), true, List.of());
    }

    /** Creates facts about a form that amends or copies an approved form with these persons. */
    public static Facts approved(List<IdentifiedPerson> persons) {
        return having(Set.of(), Set.of(), false, persons);
    }

    private static Facts having(
            Set<String> here, Set<String> elsewhere, boolean duplicate, List<IdentifiedPerson> approved) {
        Facts facts = good();
        return facts.with(new AccountFacts(
                facts.identity(),
                here,
                elsewhere,
                duplicate,
                approved,
                false,
                ScanFinding.NOT_NAMED,
                Optional.empty()));
    }

    public static Facts withRegistry(RegistryFinding registry) {
        Facts facts = good();
        return new Facts(
                TODAY, facts.documents(), true, facts.phone(), facts.account(), registry, facts.noticeVersion());
    }

    /** Creates facts with this state of the scan authentication. */
    public static Facts scanned(ScanFinding scan) {
        Facts facts = good();
        return facts.with(new AccountFacts(
                facts.identity(), Set.of(), Set.of(), false, List.of(), false, scan, Optional.empty()));
    }

    private static Map<String, DocumentState> documents() {
        return Map.of(
                FormMother.CERTIFICATE,
                available("BUSINESS_LICENSE"),
                FormMother.EMBLEM,
                available("ID_EMBLEM"),
                FormMother.PORTRAIT,
                available("ID_PORTRAIT"),
                "a".repeat(32),
                available("MORE_MATERIAL"));
    }

    private static DocumentState available(String kind) {
        return new DocumentState(DocumentState.Status.AVAILABLE, kind);
    }
}
