package io.zizhi.qualification.reviewapi.related;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.reviewapi.related.RelatedView.DuplicatesView;
import io.zizhi.qualification.reviewapi.related.RelatedView.FoundView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds qualifications with the same persons or the same company, for review-service. */
@ApplicationScoped
public class FindRelated {

    private static final FoundView NOTHING = new FoundView(0, false, List.of());

    private final RevisionRepository revisions;
    private final LetterSubmissionRepository letters;
    private final LetterSeal seal;
    private final RevisionSeal persons;
    private final AccountCiphers ciphers;
    private final RelatedRepository related;
    private final RecordView recordView;

    FindRelated(
            RevisionRepository revisions,
            LetterSubmissionRepository letters,
            LetterSeal seal,
            RevisionSeal persons,
            AccountCiphers ciphers,
            RelatedRepository related,
            RecordView recordView) {
        this.revisions = revisions;
        this.letters = letters;
        this.seal = seal;
        this.persons = persons;
        this.ciphers = ciphers;
        this.related = related;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<RelatedView> handle(long workOrder, Caller service) {
        return revisions
                .submitted(workOrder)
                .chain(revision -> revision.map(this::compared).orElseGet(() -> letter(workOrder)))
                .call(compared -> recordView.handle(
                        service,
                        compared.accountId(),
                        "submission.viewed",
                        "submission",
                        workOrder,
                        List.of("related")))
                .chain(this::find);
    }

    private Uni<Compared> compared(Revision revision) {
        return ciphers.forAccount(revision.accountId()).map(cipher -> {
            Map<SharedTrait, List<String>> traits = new EnumMap<>(SharedTrait.class);
            persons.indexes(revision, cipher).ifPresent(hashes -> {
                put(traits, SharedTrait.ADMINISTRATOR_ID_NUMBER, hashes.administratorId());
                put(traits, SharedTrait.LEGAL_REPRESENTATIVE_ID_NUMBER, hashes.legalRepresentativeId());
                put(traits, SharedTrait.PHONE, hashes.phone());
            });
            revision.creditCode().ifPresent(code -> traits.put(SharedTrait.CREDIT_CODE, List.of(code)));
            return new Compared(revision.accountId(), revision.qualificationId(), traits);
        });
    }

    private static void put(Map<SharedTrait, List<String>> traits, SharedTrait trait, @Nullable BlindHash hash) {
        if (hash != null) {
            traits.put(trait, hash.all());
        }
    }

    /** Compares only the company, because a letter reviewed alone contains no id number or phone. */
    private Uni<Compared> letter(long workOrder) {
        return letters.submitted(workOrder)
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("WORK_ORDER_NOT_FOUND", "There is no such work order.")))
                .chain(letter -> ciphers.forAccount(letter.accountId())
                        .map(cipher -> seal.open(letter, cipher).creditCode())
                        .map(code -> ofLetter(letter, code)));
    }

    private static Compared ofLetter(LetterSubmission letter, @Nullable String creditCode) {
        return new Compared(
                letter.accountId(),
                0,
                creditCode == null ? Map.of() : Map.of(SharedTrait.CREDIT_CODE, List.of(creditCode)));
    }

    private Uni<RelatedView> find(Compared compared) {
        return duplicates(compared)
                .chain(duplicates ->
                        sameCompany(compared).map(sameCompany -> new RelatedView(duplicates, sameCompany)));
    }

    private Uni<List<DuplicatesView>> duplicates(Compared compared) {
        return Multi.createFrom()
                .iterable(compared.traits().entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        trait -> related.elsewhere(trait.getKey(), trait.getValue(), compared.accountId())
                                .map(found -> new DuplicatesView(trait.getKey(), found)))
                .filter(duplicates -> duplicates.found().count() > 0)
                .collect()
                .asList();
    }

    private Uni<FoundView> sameCompany(Compared compared) {
        List<String> creditCode = compared.traits().get(SharedTrait.CREDIT_CODE);
        return creditCode == null
                ? Uni.createFrom().item(NOTHING)
                : related.ofCompany(creditCode.getFirst(), compared.accountId(), compared.qualificationId());
    }

    /**
     * The traits of a submission that are compared, with their values. A person has several keyed hashes while the key of
     * blind indexes is being replaced.
     */
    private record Compared(String accountId, long qualificationId, Map<SharedTrait, List<String>> traits) {}
}
