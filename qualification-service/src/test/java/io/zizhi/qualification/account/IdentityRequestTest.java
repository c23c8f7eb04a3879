package io.zizhi.qualification.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityRequestTest {

    private static final String NUMBER = "110105194912310038";
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final PersonHash hash = (column, value) -> BlindHash.of(Integer.toHexString((column + value).hashCode()));

    @Test
    void person_is_known_only_by_hashes() {
        VerifiedIdentity identity = person("王示例", NUMBER).verified(hash);

        assertThat(identity.toString()).doesNotContain("王示例", NUMBER);
        VerifiedPerson known = Objects.requireNonNull(identity.person());
        assertThat(known.isNamed(PersonName.of(" 王示例 "), hash)).isTrue();
        assertThat(known.isNamed(PersonName.of("李示例"), hash)).isFalse();
        assertThat(known.hasIdNumber(IdNumber.of(" 1101051949 12310038"), hash)).isTrue();
        assertThat(known.hasIdNumber(IdNumber.of("11010519491231002X"), hash)).isFalse();
    }

    @Test
    void name_and_id_number_come_together() {
        assertThatThrownBy(() -> person("王示例", null).verified(hash)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> person(null, NUMBER).verified(hash)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> person(" ", NUMBER).verified(hash)).isInstanceOf(ProblemException.class);
        assertThat(person(null, null).verified(hash).person()).isNull();
    }

    @Test
    void company_has_no_person() {
        IdentityRequest company = new IdentityRequest(
                AccountKind.COMPANY, "示例科技有限公司", "91330106673959654P", PersonName.of("王示例"), IdNumber.of(NUMBER));

        assertThatThrownBy(() -> company.verified(hash)).isInstanceOf(ProblemException.class);
    }

    @Test
    void other_id_number_is_another_owner() {
        AccountIdentity account = new AccountIdentity();
        account.verify(person("王示例", NUMBER).verified(hash), NOW);

        assertThat(account.belongsToAnother(person("李示例", "11010519491231002X").verified(hash)))
                .isTrue();
        assertThat(account.belongsToAnother(person("王改名", NUMBER).verified(hash)))
                .isFalse();
    }

    @Test
    void identity_without_person_keeps_recorded_one() {
        AccountIdentity account = new AccountIdentity();
        VerifiedIdentity bound = person("王示例", NUMBER).verified(hash);
        account.verify(bound, NOW);

        assertThat(account.verify(person(null, null).verified(hash), NOW)).isFalse();
        account.takeOver(new VerifiedIdentity(AccountKind.PERSON, null, null), 7, NOW);
        assertThat(account.verified()).contains(bound);
        account.takeOver(new VerifiedIdentity(AccountKind.COMPANY, "示例科技有限公司", "91330106673959654P"), 8, NOW);
        assertThat(account.verified().map(VerifiedIdentity::person)).isEmpty();
    }

    private static IdentityRequest person(@Nullable String name, @Nullable String number) {
        return new IdentityRequest(
                AccountKind.PERSON,
                null,
                null,
                name == null ? null : PersonName.of(name),
                number == null ? null : IdNumber.of(number));
    }
}
