package io.zizhi.notification.verification;

import static io.zizhi.notification.Clients.issued;
import static io.zizhi.notification.Clients.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ForgetOldTracesComponentTest {

    @Inject
    ForgetOldTraces forgetOldTraces;

    @Test
    void only_what_no_rule_looks_at_any_more_is_forgotten() {
        String young = issued("applicant-a", newPhone());
        String old = issued("applicant-a", newPhone());
        Rows.change("update phone_verification set issued_at = issued_at - interval '31 days' where verification_id = '"
                + old + "'");
        Rows.change("insert into code_send (bucket, bucket_key, sent_at) values ('number', 'old', now() - interval '49"
                + " hours'), ('number', 'young', now() - interval '23 hours')");
        Rows.change("insert into phone_failures (phone_index, failures, last_failed_at) values ('old', 3, now() -"
                + " interval '49 hours'), ('young', 3, now() - interval '23 hours')");
        Reactive.run(() -> forgetOldTraces.forget().replaceWith(true));
        assertThat(Rows.texts("select verification_id from phone_verification where verification_id in ('" + old
                        + "', '" + young + "')"))
                .containsExactly(young);
        assertThat(Rows.texts("select bucket_key from code_send where bucket_key in ('old', 'young')"))
                .containsExactly("young");
        assertThat(Rows.texts("select phone_index from phone_failures where phone_index in ('old', 'young')"))
                .containsExactly("young");
    }
}
