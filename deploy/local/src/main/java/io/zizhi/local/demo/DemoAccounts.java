package io.zizhi.local.demo;

import io.zizhi.contracts.AccountKind;
import java.util.List;

/**
 * The accounts of every local installation. Each name contains 示例 ("example"); the organisation codes MA0000… are not
 * assigned.
 */
public final class DemoAccounts {

    public static final DemoAccount COMPANY_A =
            company("company-a", "星河示例科技有限公司", CreditCode.of("91", "330106", "MA00000A"));

    public static final DemoAccount COMPANY_B =
            company("company-b", "远山示例商贸有限公司", CreditCode.of("91", "440305", "MA00000B"));

    /** Files for its customers; has its own credit code. */
    public static final DemoAccount AGENCY =
            company("agency", "百川示例信息服务有限公司", CreditCode.of("91", "310115", "MA00000C"));

    /** A public institution (事业单位), whose code starts with 12. */
    public static final DemoAccount INSTITUTION =
            company("institution", "示例市公共服务中心", CreditCode.of("12", "330100", "00000001"));

    public static final DemoAccount PERSON = new DemoAccount("person", AccountKind.PERSON, null, null);

    public static final List<DemoAccount> ALL = List.of(COMPANY_A, COMPANY_B, AGENCY, INSTITUTION, PERSON);

    private DemoAccounts() {}

    private static DemoAccount company(String id, String name, String creditCode) {
        return new DemoAccount(id, AccountKind.COMPANY, name, creditCode);
    }
}
