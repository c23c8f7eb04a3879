package io.zizhi.qualification.model.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
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
        long damaged = plainDraft();
        long intact = plainDraft();
        long first = revision(damaged);
        long second = revision(intact);
        flipLastByte(damaged);
        try {
            assertThat(Reactive.run(() -> sealRemarks.seal(first - 1, 1))).isEqualTo(first);
            assertThat(Reactive.run(() -> sealRemarks.seal(first, 1))).isEqualTo(second);

            assertThat(content(damaged)).contains(REMARK);
            assertThat(content(intact)).doesNotContain(REMARK, "remark");
        } finally {
            flipLastByte(damaged);
        }
    }

    private long plainDraft() {
        Map<String, Object> form = withRemark();
        form.put("remark", null);
        long id = filer.draft(form);
        storeAsOlderRelease(id);
        return id;
    }

    private Map<String, Object> withRemark() {
        Map<String, Object> form = filer.goodForm();
        form.put("remark", REMARK);
        return form;
    }

    /** Changes the working copy to what the release before would have stored. */
    private static void storeAsOlderRelease(long id) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update revision set content = content || jsonb_build_object('remark', cast('" + REMARK
                                        + "' as text)) where qualification_id = " + id)
                        .executeUpdate()));
    }

    /** Damages the encrypted data of a draft; a second call mends it. */
    private static void flipLastByte(long id) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update revision set personal_data = set_byte(personal_data,"
                                        + " octet_length(personal_data) - 1,"
                                        + " 255 - get_byte(personal_data, octet_length(personal_data) - 1))"
                                        + " where qualification_id = " + id)
                        .executeUpdate()));
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
