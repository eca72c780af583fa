/** What every content page loads: one file, because each request costs a worker on a slow line more than its bytes. */
import './copy-text.ts';
import './detail-switch.ts';
import './did-it-work.ts';
import './do-opener.ts';
import './report-stage.ts';
import './tick-list.ts';
