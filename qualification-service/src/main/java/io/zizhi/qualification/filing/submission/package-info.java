/**
 * Submits and withdraws qualifications. A submission first checks documents and phone with the other services, reserves
 * the phone and pins the documents. Only then does it open the one transaction that accepts it.
 */
@NullMarked
package io.zizhi.qualification.filing.submission;

import org.jspecify.annotations.NullMarked;
