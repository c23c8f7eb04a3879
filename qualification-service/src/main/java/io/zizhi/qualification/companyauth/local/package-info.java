/**
 * A stand-in for an identity provider, for use on one machine. Its QR code opens a page of this service, where anyone
 * can enter a company and confirm it. It exists only in the profiles local and test.
 */
@NullMarked
package io.zizhi.qualification.companyauth.local;

import org.jspecify.annotations.NullMarked;
