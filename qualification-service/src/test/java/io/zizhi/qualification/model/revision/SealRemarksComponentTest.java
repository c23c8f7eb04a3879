package io.zizhi.qualification.model.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The remark of a form, while replicas of this release and of an older one run. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SealRemarksComponentTest {

    private static final String REMARK = "联系人王某的备注";

    @Inject
    SealRemarks sealRemarks;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void stores_remark_encrypted() {
        long id = filer.draft(withRemark());

        assertThat(content(id)).doesNotContain(REMARK, "remark");
        filer.get(id).then().body("form.remark", equalTo(REMARK));
    }

    @Test
    void encrypts_remark_of_an_older_release_even_if_submitted() {
        long id = plainDraft();
        filer.get(id).then().body("form.remark", equalTo(REMARK));
        filer.submit(id).then().statusCode(200);

        Reactive.run(() -> sealRemarks.seal(0, 100));

        assertThat(content(id)).doesNotContain(REMARK, "remark");
        filer.get(id).then().body("form.remark", equalTo(REMARK));
    }

    @Test
    void skips_revision_that_cannot_be_decrypted_and_continues_after_it() {
        long damaged = draftWithoutRemark();
        long intact = draftWithoutRemark();
        long first = revision(damaged);
        long second = revision(intact);

        // in one transaction, because the service encrypts other remarks meanwhile
        List<Long> last = Reactive.inTransaction(() -> storeAsOlderRelease(damaged)
                .chain(() -> storeAsOlderRelease(intact))
                .chain(() -> flipLastByte(damaged))
                .chain(() -> sealRemarks.seal(first - 1, 1))
                .chain(one -> sealRemarks.seal(first, 1).map(two -> List.of(one, two))));

        try {
            assertThat(last).containsExactly(first, second);
            assertThat(content(damaged)).contains(REMARK);
            assertThat(content(intact)).doesNotContain(REMARK, "remark");
        } finally {
            Reactive.inTransaction(() -> flipLastByte(damaged));
        }
    }

    private long plainDraft() {
        long id = draftWithoutRemark();
        Reactive.inTransaction(() -> storeAsOlderRelease(id));
        return id;
    }

    private long draftWithoutRemark() {
        Map<String, Object> form = withRemark();
        form.put("remark", null);
        return filer.draft(form);
    }

    private Map<String, Object> withRemark() {
        Map<String, Object> form = filer.goodForm();
        form.put("remark", REMARK);
        return form;
    }

    /** Changes the working copy to what the release before would have stored. */
    private static Uni<Integer> storeAsOlderRelease(long id) {
        return sql("update revision set content = content || jsonb_build_object('remark', cast('" + REMARK
                + "' as text)) where qualification_id = " + id);
    }

    /** Damages the encrypted data of a draft; a second call mends it. */
    private static Uni<Integer> flipLastByte(long id) {
        return sql("update revision set personal_data = set_byte(personal_data, octet_length(personal_data) - 1,"
                + " 255 - get_byte(personal_data, octet_length(personal_data) - 1)) where qualification_id = " + id);
    }

    private static Uni<Integer> sql(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate());
    }

    private static long revision(long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from revision where qualification_id = " + id, Long.class)
                        .getSingleResult()));
    }

    private static String content(long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(content as text) from revision where qualification_id = " + id,
                                String.class)
                        .getSingleResult()));
    }
}
