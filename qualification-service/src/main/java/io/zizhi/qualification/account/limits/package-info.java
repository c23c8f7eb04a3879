/** What accounts may ask of this service at most. Limits of formats stand where the format is read. */
@NullMarked
package io.zizhi.qualification.account.limits;

import org.jspecify.annotations.NullMarked;
