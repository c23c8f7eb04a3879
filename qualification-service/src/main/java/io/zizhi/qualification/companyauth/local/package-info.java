/**
 * Stands in for an identity provider on one machine: a page of this service, to which the QR code leads, where whoever opens
 * it types a company in and confirms it. It exists in the profiles local and test only.
 */
@NullMarked
package io.zizhi.qualification.companyauth.local;

import org.jspecify.annotations.NullMarked;
