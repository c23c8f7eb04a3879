/**
 * Copies the verified identity, the qualifications and the letters of an account in plain text, page by page, for the
 * export that document-service gives to the account itself (right to a copy, PIPL article 45). Rows of bulk filings and
 * imports, requests for identity changes and company authentications are left out.
 */
@NullMarked
package io.zizhi.qualification.catalogue.copy;

import org.jspecify.annotations.NullMarked;
