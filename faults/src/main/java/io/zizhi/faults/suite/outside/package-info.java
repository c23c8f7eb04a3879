/**
 * What the suite calls outside of itself, played by the campaign: an SMS gateway that loses answers, and receivers of
 * webhooks that fail. They record every request, so that the audit can compare their view with the service's.
 */
@NullMarked
package io.zizhi.faults.suite.outside;

import org.jspecify.annotations.NullMarked;
