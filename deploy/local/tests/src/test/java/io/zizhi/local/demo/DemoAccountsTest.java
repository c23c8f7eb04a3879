package io.zizhi.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.AccountKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Demo data must pass the services' own checks. */
class DemoAccountsTest {

    @ParameterizedTest
    @CsvSource({
        "91, 330106, 67395965, 91330106673959654P",
        "91, 330100, 71610585, 91330100716105852F",
        "91, 110108, 55138508, 91110108551385082Q",
        "91, 440300, 70846113, 91440300708461136T"
    })
    void computes_real_credit_codes(String kind, String division, String organisation, String code) {
        assertThat(CreditCode.of(kind, division, organisation)).isEqualTo(code);
    }

    @Test
    void codes_are_unique_and_distinguish_companies_from_institutions() {
        assertThat(DemoAccounts.ALL.stream()
                        .map(DemoAccount::creditCode)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(4)
                .allMatch(code -> code.matches("[0-9A-HJ-NPQRTUWXY]{18}"));
        assertThat(DemoAccounts.COMPANY_A.creditCode()).startsWith("91330106MA00000A");
        assertThat(DemoAccounts.INSTITUTION.creditCode()).startsWith("12");
    }

    @Test
    void person_has_no_company_name_or_code() {
        assertThat(DemoAccounts.PERSON).isEqualTo(new DemoAccount("person", AccountKind.PERSON, null, null));
    }

    @Test
    void applicants_have_existing_accounts_and_staff_have_none() {
        var ids = DemoAccounts.ALL.stream().map(DemoAccount::id).toList();
        assertThat(DemoUsers.ALL).hasSize(12).allSatisfy(user -> {
            if (user.roles().contains("applicant")) {
                assertThat(ids).contains(user.account());
            } else {
                assertThat(user.account()).isNull();
            }
        });
    }
}
