package io.zizhi.qualification.companyauth.local;

import io.zizhi.qualification.account.VerifiedIdentity;
import java.util.Optional;

/** The HTML page of the stand-in, without scripts. */
final class ScanPage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>企业扫码认证（本地）</title></head>
            <body><main>
            <h1>企业扫码认证（本地）</h1>
            %s
            </main></body>
            </html>
            """;

    private ScanPage() {}

    /** Returns the form, filled in with the account's company if it is known. */
    static String toConfirm(Optional<VerifiedIdentity> identity) {
        return FRAME.formatted("""
            <p>本页面模拟身份认证服务商，仅供本机使用。This page simulates an identity provider, on this machine only.</p>
            <form method="post">
            <p><label>企业名称 company <input name="companyName" required maxlength="150" value="%s"></label></p>
            <p><label>统一社会信用代码 credit code <input name="creditCode" required maxlength="18" value="%s"></label></p>
            <p><label>法定代表人 legal representative <input name="legalRepresentativeName" maxlength="50"></label></p>
            <p><label>有效期 valid from <input name="validFrom" type="date"></label>
            <label>至 to <input name="validTo" type="date"></label></p>
            <p><button name="act" value="confirm">确认 confirm</button>
            <button name="act" value="deny" formnovalidate>拒绝 deny</button></p>
            </form>
            """.formatted(
                        escaped(identity.map(VerifiedIdentity::companyName).orElse("")),
                        escaped(identity.map(VerifiedIdentity::creditCode).orElse(""))));
    }

    static String ended() {
        return FRAME.formatted("<p>本次认证已结束，可以关闭此页面。This authentication has ended. You can close this page.</p>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
