/**
 * The interfaces of carrier filings (运营商报备): the filing system claims them, reads their data and reports results;
 * applicants and supervisors read their state; operators read figures; document-service checks which documents it may
 * copy.
 */
@NullMarked
package io.zizhi.qualification.signing.carrierfiling;

import org.jspecify.annotations.NullMarked;
