import type { AnyCommand } from '../commands/command';
import { actionsCommand } from './cases/actions.command';
import { clocksCommand } from './cases/clocks.command';
import { apiKeysCommand } from './api-keys/api-keys.command';
import { newApiKeyCommand } from './api-keys/new-api-key.command';
import { revokeLinksCommand } from './links/revoke-links.command';
import { revokeApiKeyCommand } from './api-keys/revoke-api-key.command';
import { attachCommand } from './cases/attach.command';
import { findCommand } from './cases/find.command';
import { historyCommand } from './cases/history.command';
import { myCasesCommand } from './cases/my-cases.command';
import { newCaseCommand } from './cases/new-case.command';
import { noteCommand } from './cases/note.command';
import { queueCommand } from './cases/queue.command';
import { showCaseCommand } from './cases/show-case.command';
import { closeCommand } from './closing/close.command';
import { approveCommand } from './closing/approve.command';
import { declineCommand } from './closing/decline.command';
import { parCommand } from './closing/par.command';
import { parDoneCommand } from './closing/par-done.command';
import { parWithdrawCommand } from './closing/par-withdraw.command';
import { parFollowUpCommand } from './closing/par-follow-up.command';
import { reopenCommand } from './closing/reopen.command';
import { resolveCommand } from './closing/resolve.command';
import { askSupervisorsCommand } from './escalation/ask-supervisors.command';
import { acknowledgeCommand } from './escalation/acknowledge.command';
import { assignCommand } from './escalation/assign.command';
import { claimCommand } from './escalation/claim.command';
import { dcAnswerCommand } from './escalation/dc-answer.command';
import { escalateCommand } from './escalation/escalate.command';
import { reassignCommand } from './escalation/reassign.command';
import { recallCommand } from './escalation/recall.command';
import { referBackCommand } from './escalation/refer-back.command';
import { respondCommand } from './escalation/respond.command';
import { connectCommand } from './groups/connect.command';
import { groupsCommand } from './groups/groups.command';
import { closePlanCommand } from './plans/close-plan.command';
import { newPlanCommand } from './plans/new-plan.command';
import { plansCommand } from './plans/plans.command';
import { answerProblemCommand } from './problems/answer-problem.command';
import { problemsCommand } from './problems/problems.command';
import { reportProblemCommand } from './problems/report-problem.command';
import { cancelCommand } from './help/cancel.command';
import { approveRequestCommand } from './groups/approve-request.command';
import { declineRequestCommand } from './groups/decline-request.command';
import { addMemberCommand } from './members/add-member.command';
import { changeRoleCommand } from './members/change-role.command';
import { groupHistoryCommand } from './members/group-history.command';
import { membersCommand } from './members/members.command';
import { removeMemberCommand } from './members/remove-member.command';
import { joinCommand } from './groups/join.command';
import { primaryCommand } from './groups/primary.command';
import { requestsCommand } from './groups/requests.command';
import { helloCommand } from './help/hello.command';
import { helpCommand } from './help/help.command';
import { cannotCommand } from './help/cannot.command';
import { nearestCommand } from './help/nearest.command';
import { whichCommand } from './help/which.command';
import { drillDownCommand } from './metrics/drill-down.command';
import { metricsCommand } from './metrics/metrics.command';
import { openCasesCommand } from './metrics/open-cases.command';
import { undeliveredCommand } from './undelivered/undelivered.command';
import { measureCommand } from './metrics/measure.command';
import { verifyMetricsCommand } from './metrics/verify-metrics.command';
import { reportCommand } from './reports/report.command';
import { reportMonthlyCommand } from './reports/report-monthly.command';
import { reportStopCommand } from './reports/report-stop.command';
import { reportsCommand } from './reports/reports.command';
import { reviewCommand } from './reports/review.command';
import { reviewStopCommand } from './reports/review-stop.command';
import { reviewsCommand } from './reports/reviews.command';
import { whatIfCommand } from './metrics/what-if.command';
import { interimCommand } from './updates/interim.command';
import { resendCommand } from './updates/resend.command';
import { statusCommand } from './updates/status.command';
import { notificationsCommand } from './notifications/notifications.command';
import { updateCommand } from './updates/update.command';
import { linkCommand } from './customers/link.command';
import { correctCommand } from './cases/correct.command';
import { correctAccountCommand } from './customers/correct-account.command';
import { correctContactCommand } from './customers/correct-contact.command';
import { customerCommand } from './customers/customer.command';

/** Every command of the product, in the order in which help lists them. A new one is added here. */
export const allCommands: readonly AnyCommand[] = [
  newCaseCommand,
  showCaseCommand,
  myCasesCommand,
  queueCommand,
  findCommand,
  noteCommand,
  attachCommand,
  escalateCommand,
  claimCommand,
  assignCommand,
  reassignCommand,
  interimCommand,
  statusCommand,
  updateCommand,
  resendCommand,
  referBackCommand,
  recallCommand,
  respondCommand,
  resolveCommand,
  closeCommand,
  dcAnswerCommand,
  askSupervisorsCommand,
  clocksCommand,
  historyCommand,
  customerCommand,
  parCommand,
  parFollowUpCommand,
  parDoneCommand,
  parWithdrawCommand,
  approveCommand,
  declineCommand,
  reopenCommand,
  linkCommand,
  correctCommand,
  correctContactCommand,
  correctAccountCommand,
  metricsCommand,
  measureCommand,
  whatIfCommand,
  drillDownCommand,
  openCasesCommand,
  newPlanCommand,
  plansCommand,
  closePlanCommand,
  reportCommand,
  reportMonthlyCommand,
  reportStopCommand,
  reportsCommand,
  reviewCommand,
  reviewStopCommand,
  reviewsCommand,
  groupsCommand,
  membersCommand,
  addMemberCommand,
  changeRoleCommand,
  removeMemberCommand,
  groupHistoryCommand,
  connectCommand,
  apiKeysCommand,
  newApiKeyCommand,
  revokeApiKeyCommand,
  revokeLinksCommand,
  joinCommand,
  primaryCommand,
  requestsCommand,
  approveRequestCommand,
  declineRequestCommand,
  undeliveredCommand,
  reportProblemCommand,
  problemsCommand,
  answerProblemCommand,

  acknowledgeCommand,
  actionsCommand,
  notificationsCommand,
  helpCommand,
  helloCommand,
  cannotCommand,
  nearestCommand,
  whichCommand,
  cancelCommand,
  verifyMetricsCommand,
];
