package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.peer.document.DocumentAnswer.CheckedDocument;
import io.zizhi.qualification.peer.document.Documents;
import io.zizhi.qualification.peer.notification.Phones;
import io.zizhi.qualification.precheck.DocumentScanConfig;
import io.zizhi.qualification.precheck.NoticeConfig;
import io.zizhi.qualification.precheck.facts.AttachedLetter;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.PhoneState;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import io.zizhi.qualification.precheck.registry.CheckCompany;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the facts that the rules need from other services. Facts from an unavailable service stay unknown. */
@ApplicationScoped
public class FactGathering {

    private final Documents documents;
    private final Phones phones;
    private final CheckCompany checkCompany;
    private final DocumentScanConfig scans;
    private final NoticeConfig notices;
    private final Clock clock;

    FactGathering(
            Documents documents,
            Phones phones,
            CheckCompany checkCompany,
            DocumentScanConfig scans,
            NoticeConfig notices,
            Clock clock) {
        this.documents = documents;
        this.phones = phones;
        this.checkCompany = checkCompany;
        this.scans = scans;
        this.notices = notices;
        this.clock = clock;
    }

    public Uni<Facts> gather(OwnFacts own) {
        QualificationForm form = own.form();
        String accountId = own.accountId();
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return Uni.combine()
                .all()
                .unis(
                        recognised(accountId, documentsOf(own)),
                        phone(accountId, form),
                        checkCompany.handle(accountId, form, today))
                .with((documentStates, phoneState, registry) -> new Facts(
                        today,
                        documentStates,
                        scans.scan() == DocumentScanConfig.Scan.REQUIRED,
                        phoneState,
                        own.account(),
                        registry,
                        notices.noticeVersion()));
    }

    /** Gathers the facts about an imported form: there is no phone verification, and the company register is not asked. */
    public Uni<Facts> gatherForImport(OwnFacts own) {
        return documents(own.accountId(), documentsOf(own))
                .map(documentStates -> new Facts(
                        LocalDate.now(clock.withZone(Period.ZONE)),
                        documentStates,
                        scans.scan() == DocumentScanConfig.Scan.REQUIRED,
                        PhoneState.NOT_ASKED,
                        own.account(),
                        RegistryFinding.NOT_ASKED,
                        notices.noticeVersion()));
    }

    /** Returns the document fields of the form and of a letter submitted with it, and the approved photos. */
    private static List<DocumentUse> documentsOf(OwnFacts own) {
        List<DocumentUse> named = Stream.concat(
                        own.form().documents().stream(),
                        own.account().letter().filter(AttachedLetter::travels).stream()
                                .flatMap(letter -> letter.form().documents().stream()))
                .toList();
        return Stream.concat(named.stream(), approvedPhotos(own, named)).toList();
    }

    /**
     * Returns the photos of approved persons that the form does not name, so that their bytes can be compared with the
     * form's photos. Their digests are known whatever their kind is.
     */
    private static Stream<DocumentUse> approvedPhotos(OwnFacts own, List<DocumentUse> named) {
        Set<String> ids = named.stream().map(DocumentUse::documentId).collect(Collectors.toSet());
        return own.account().approvedPersons().stream()
                .flatMap(IdentifiedPerson::photos)
                .filter(photo -> !ids.contains(photo))
                .map(photo -> new DocumentUse("", photo, "ID_PORTRAIT"));
    }

    /** Returns document-service's data about the documents by id, or empty if the service is unavailable. */
    public Uni<Optional<Map<String, DocumentState>>> documents(String accountId, List<DocumentUse> uses) {
        return known(documents.check(accountId, uses));
    }

    /** Like {@link #documents}, with what was recognised in pictures, as far as it is known now. */
    public Uni<Optional<Map<String, DocumentState>>> recognised(String accountId, List<DocumentUse> uses) {
        return known(documents.checkRecognised(accountId, uses));
    }

    private static Uni<Optional<Map<String, DocumentState>>> known(Uni<List<CheckedDocument>> checks) {
        return checks.map(checked -> Optional.of(states(checked)))
                .onFailure(Outages::isOutage)
                .recoverWithItem(Optional.empty());
    }

    private static Map<String, DocumentState> states(List<CheckedDocument> checked) {
        return checked.stream()
                .map(document -> Map.entry(
                        document.documentId(),
                        new DocumentState(
                                DocumentState.Status.valueOf(document.status()),
                                document.kind(),
                                document.sha256(),
                                document.colour(),
                                RecognisedPictures.from(document.recognition()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
    }

    private Uni<PhoneState> phone(String accountId, QualificationForm form) {
        return Optional.ofNullable(form.administrator())
                .flatMap(administrator -> ask(accountId, administrator))
                .orElseGet(() -> Uni.createFrom().item(PhoneState.NOT_ASKED));
    }

    private Optional<Uni<PhoneState>> ask(String accountId, Administrator administrator) {
        return PhoneClaim.of(administrator)
                .map(claim -> phones.check(accountId, claim.verificationId(), claim.phone())
                        .map(PhoneState::valueOf)
                        .onFailure(Outages::isOutage)
                        .recoverWithItem(PhoneState.UNKNOWN));
    }
}
