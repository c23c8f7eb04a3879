package io.zizhi.qualification.companyauth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on which anybody confirms any company never serves production. */
class ChosenAuthenticationTest {

    @Test
    void the_stand_in_is_refused_outside_the_local_profiles() {
        assertThatThrownBy(() -> ChosenAuthentication.choose(List.of(), "local", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'local' and 'test' only");
    }

    @Test
    void production_is_never_local_whatever_else_it_is() {
        assertThat(ChosenAuthentication.isLocal(List.of("local"))).isTrue();
        assertThat(ChosenAuthentication.isLocal(List.of("prod", "local"))).isFalse();
        assertThat(ChosenAuthentication.isLocal(List.of("staging"))).isFalse();
    }

    @Test
    void without_a_provider_nobody_is_chosen_and_an_unknown_one_is_refused() {
        assertThat(ChosenAuthentication.choose(List.of(), "none", false)).isEmpty();
        assertThatThrownBy(() -> ChosenAuthentication.choose(List.of(), "wechat", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wechat");
    }
}
