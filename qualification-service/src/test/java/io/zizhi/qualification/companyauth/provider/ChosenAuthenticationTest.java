package io.zizhi.qualification.companyauth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The local page, where anyone can confirm any company, must never run in production. */
class ChosenAuthenticationTest {

    @Test
    void rejects_local_provider_outside_local_profiles() {
        assertThatThrownBy(() -> ChosenAuthentication.choose(List.of(), "local", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'local' and 'test' only");
    }

    @Test
    void rejects_local_provider_if_any_profile_is_prod() {
        assertThat(ChosenAuthentication.isLocal(List.of("local"))).isTrue();
        assertThat(ChosenAuthentication.isLocal(List.of("prod", "local"))).isFalse();
        assertThat(ChosenAuthentication.isLocal(List.of("staging"))).isFalse();
    }

    @Test
    void allows_no_provider_and_rejects_unknown_one() {
        assertThat(ChosenAuthentication.choose(List.of(), "none", false)).isEmpty();
        assertThatThrownBy(() -> ChosenAuthentication.choose(List.of(), "wechat", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wechat");
    }
}
