using System.Diagnostics;

namespace Polyteia.Workspaces.Client.Tests.Security;

/// <summary>The caller's activity may hold anything as baggage, such as a patient's name. Only its trace goes to the service.</summary>
[Collection(RunAlone.Name)]
public class BaggageTests
{
    private const string Patient = "Jane-Doe-1950";

    [Theory]
    [InlineData(true, ActivityIdFormat.W3C)]
    [InlineData(false, ActivityIdFormat.W3C)]
    [InlineData(false, ActivityIdFormat.Hierarchical)]
    public async Task A_patients_name_in_the_callers_baggage_is_not_sent(bool isRecorded, ActivityIdFormat format)
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, Given.WorkspaceAnswer));
        using var client = Given.Client(server.BaseAddress);
        using var traces = new TraceRecorder(source => isRecorded && source == "Polyteia.Workspaces.Client");
        using var visit = new Activity("visit").SetIdFormat(format).AddBaggage("patient", Patient).Start();

        await QueryCall.Of("get_workspace").SendAsync(client);

        server.Requests.Should().HaveCount(2);
        server.Requests.SelectMany(request => request.Headers).Should().NotContain(header => (header.Key + header.Value).Contains(Patient));
        Activity.Current.Should().BeSameAs(visit);
        if (format == ActivityIdFormat.W3C)
        {
            server.Requests.Should().OnlyContain(request => request.Headers["traceparent"].Contains(visit.TraceId.ToHexString()));
        }
    }
}
