using System.Net;

namespace Amigo.Workspaces.Client.Tests.Retries;

/// <summary>The whole table of what is tried again and what stays unknown, worked out here from the design's words.</summary>
public class RetryRulesTests
{
    private static readonly string[] Reads =
    [
        "list-workspaces",
        "get-workspace",
        "check-environment-conversion",
        "get-test-caller-numbers",
    ];

    private static readonly string[] SafeWrites = ["update-test-caller-numbers", "provision-workspace"];

    private static readonly string[] UnsafeWrites =
    [
        "create-my-workspace",
        "update-workspace",
        "archive-workspace",
        "convert-workspace-environment",
    ];

    private static readonly int[] PassingStatuses = [408, 429, 500, 502, 503, 504];

    public static TheoryData<string> OperationIds => [.. Reads, .. SafeWrites, .. UnsafeWrites];

    [Fact]
    public void The_table_has_every_operation() =>
        Operations.All.Select(operation => operation.Id).Should().BeEquivalentTo(Reads.Concat(SafeWrites).Concat(UnsafeWrites));

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void A_status_is_tried_again_only_where_that_is_safe(string id)
    {
        foreach (var status in Enumerable.Range(100, 500).Where(status => status is < 200 or > 299))
        {
            var expected = UnsafeWrites.Contains(id) ? status == 429 : PassingStatuses.Contains(status);

            RetryRules.IsRetryable(Operation(id), Status(status)).Should().Be(expected, "of status {0}", status);
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void A_failure_without_an_answer_is_tried_again_only_where_that_is_safe(string id)
    {
        foreach (var kind in Enum.GetValues<FailureKind>().Except([FailureKind.Status]))
        {
            var expected = kind switch
            {
                FailureKind.NotConnected or FailureKind.BrokenOff or FailureKind.AttemptTimeout => true,
                _ => false,
            };

            RetryRules
                .IsRetryable(Operation(id), new Failure(kind))
                .Should()
                .Be(expected && !UnsafeWrites.Contains(id), "of {0} that may have been sent", kind);
            RetryRules
                .IsRetryable(Operation(id), new Failure(kind) { MayHaveBeenSent = false })
                .Should()
                .Be(expected, "of {0} that was not sent", kind);
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void A_status_leaves_a_writes_outcome_unknown_when_it_does_not_say(string id)
    {
        foreach (var status in Enumerable.Range(100, 500).Where(status => status is < 200 or > 299))
        {
            var expected = !Reads.Contains(id) && (status is 303 or 408 or < 200 or >= 500);

            RetryRules.LeavesOutcomeUnknown(Operation(id), Status(status)).Should().Be(expected, "of status {0}", status);
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void A_failure_leaves_a_writes_outcome_unknown_unless_nothing_was_sent(string id)
    {
        foreach (var kind in Enum.GetValues<FailureKind>().Except([FailureKind.Status]))
        {
            RetryRules.LeavesOutcomeUnknown(Operation(id), new Failure(kind)).Should().Be(!Reads.Contains(id), "of {0}", kind);
            RetryRules.LeavesOutcomeUnknown(Operation(id), new Failure(kind) { MayHaveBeenSent = false }).Should().BeFalse("of {0}", kind);
        }
    }

    private static Operation Operation(string id) => Operations.All.Single(operation => operation.Id == id);

    private static Failure Status(int status) => new(FailureKind.Status) { StatusCode = (HttpStatusCode)status };
}
