package io.zizhi.qualification.filing.offer;

import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.precheck.LetterConfig;

/**
 * What this installation offers, and its limits.
 *
 * @param companyScan whether companies may authenticate by a scan instead of a certificate
 * @param personSelf whether accounts verified as a person may submit for themselves
 * @param personThirdParty whether accounts verified as a person may submit for third parties
 * @param letterRequiredAt when a third-party qualification needs its letter at the latest
 * @param unscannedDocumentsAccepted whether documents without a malware scan pass with a warning
 * @param noticeVersion version of the notice that requires consent
 * @param urgeAfterSeconds how long after a submission the applicant may urge the desk
 * @param drafts drafts per account
 * @param draftsPerHour drafts that an account may create per hour outside of sheets
 * @param letters authorization letters per account
 * @param companyScansPerHour scan authentications that an account may start per hour
 * @param bulk limits of filing with sheets
 */
public record OfferView(
        boolean companyScan,
        boolean personSelf,
        boolean personThirdParty,
        LetterConfig.RequiredAt letterRequiredAt,
        boolean unscannedDocumentsAccepted,
        String noticeVersion,
        long urgeAfterSeconds,
        int drafts,
        int draftsPerHour,
        int letters,
        int companyScansPerHour,
        BulkView bulk) {

    /**
     * Limits of filing with sheets.
     *
     * @param maxBytes largest sheet
     * @param maxRows most rows of a sheet that are not blank
     * @param openFilings unfinished bulk filings per account
     */
    public record BulkView(int maxBytes, int maxRows, int openFilings) {

        static BulkView from(QualificationLimits limits) {
            return new BulkView(
                    QualificationLimits.SHEET_BYTES, QualificationLimits.SHEET_ROWS, limits.openBulkFilings());
        }
    }
}
