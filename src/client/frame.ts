/** What every page loads. */
import './look-switch.ts';
import './search-opener.ts';
