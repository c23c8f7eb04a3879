/** The requests to suspend, reinstate or revoke qualifications, with their encrypted notes. */
@NullMarked
package io.zizhi.qualification.outcome.restriction.request;

import org.jspecify.annotations.NullMarked;
